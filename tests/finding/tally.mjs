// Counting verdicts: right, wrong and silent where the target is there, and wrong where it is not.

export class Tally {
  constructor() {
    this.present = { right: 0, wrong: 0, silent: 0 };
    this.absent = { right: 0, wrong: 0, silent: 0 };
  }

  count(entry, verdict) {
    (entry.isPresent ? this.present : this.absent)[verdict]++;
  }
}

/** The verdicts of one contestant, in all and by target. */
export class Score {
  constructor(name, knows, targets) {
    this.name = name;
    this.knows = knows;
    this.all = new Tally();
    this.byTarget = new Map(targets.map((target) => [target, new Tally()]));
  }

  count(entry, verdict) {
    this.all.count(entry, verdict);
    this.byTarget.get(entry.target).count(entry, verdict);
  }
}
