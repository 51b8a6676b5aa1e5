const step = 200;

/** Shows the number of answers from the registry or npm's cache. */
export class Progress {
  #count = 0;

  fetched() {
    this.#count += 1;
    if (process.stdout.isTTY) process.stdout.write(`\r  ${this.#count} downloads …`);
    else if (this.#count % step === 0) console.log(`  ${this.#count} downloads …`);
  }

  end() {
    if (process.stdout.isTTY) process.stdout.write('\r\u001B[K');
  }
}
