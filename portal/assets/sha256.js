// SHA-256 of a text, as hex, in one go: the login form is hashed while it is being submitted, so it cannot wait for
// crypto.subtle.
(function () {
  "use strict";

  function fraction(number) {
    return ((number - Math.floor(number)) * 4294967296) | 0;
  }

  const primes = [];
  for (let n = 2; primes.length < 64; n++) {
    if (primes.every((prime) => n % prime !== 0)) {
      primes.push(n);
    }
  }
  const constants = primes.map((prime) => fraction(Math.cbrt(prime)));
  const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  const turn = (word, by) => (word >>> by) | (word << (32 - by));

  function padded(text) {
    const bytes = new TextEncoder().encode(text);
    const whole = new Uint8Array(((bytes.length + 72) >> 6) << 6);
    whole.set(bytes);
    whole[bytes.length] = 128;
    new DataView(whole.buffer).setUint32(whole.length - 4, bytes.length * 8);
    return new DataView(whole.buffer);
  }

  function mix(state, block, offset) {
    const words = [];
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        words[i] = block.getInt32(offset + 4 * i);
      } else {
        const x = words[i - 15];
        const y = words[i - 2];
        const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
        const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
        words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
      }
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i] + words[i]) | 0;
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]) | 0);
  }

  window.sha256 = function (text) {
    const message = padded(text);
    let state = start;
    for (let offset = 0; offset < message.byteLength; offset += 64) {
      state = mix(state, message, offset);
    }
    return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  };
})();
