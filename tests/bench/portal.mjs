// The practice portal as a program of its own, and the browser's arguments that lead its names to it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** The portal's first name: what its pages are asked for under. */
export const HOST = "https://einvoice1.gst.gov.in";

/** The portal's names, as portal/src/hosts.rs has them. */
const NAMES = ["einvoice1.gst.gov.in", "einvoice2.gst.gov.in"];

export class Portal {
  /** Starts the program, which says its address and its certificate's fingerprint. */
  static async start(program) {
    const child = spawn(program, { stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const [address, fingerprint] = [(await lines.next()).value, (await lines.next()).value];
    if (!fingerprint) throw new Error("the practice portal did not say where it is");
    return new Portal(child, new URL(address).port, fingerprint);
  }

  constructor(child, port, fingerprint) {
    Object.assign(this, { child, port, fingerprint });
  }

  /** What makes Chromium find the portal, and nothing else. */
  get browserArguments() {
    const mapped = NAMES.map((name) => `MAP ${name}:443 127.0.0.1:${this.port}`);
    return [
      `--host-resolver-rules=${mapped.join(", ")}, MAP * ~NOTFOUND , EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${this.fingerprint}`,
    ];
  }

  /** The program ends when its standard input does. */
  async stop() {
    this.child.stdin.end();
    await once(this.child, "exit");
  }
}
