/** Whether the service is reached; what waits for it goes on by itself, or at once when the reader says so. */
export type Trouble = 'offline' | 'busy';

class Connection extends EventTarget {
  trouble?: Trouble;
  #now = new Set<() => void>();

  constructor() {
    super();
    globalThis.addEventListener?.('online', () => this.now());
  }

  works() { this.#tell(undefined); }

  now() {
    this.#now.forEach((go) => go());
    this.#now.clear();
  }

  wait(seconds: number, trouble: Trouble, signal?: AbortSignal): Promise<void> {
    this.#tell(trouble);
    return new Promise((resolve, reject) => {
      const go = () => { clearTimeout(timer); this.#now.delete(go); resolve(); };
      const timer = setTimeout(go, seconds * 1000);
      this.#now.add(go);
      signal?.addEventListener('abort', () => { clearTimeout(timer); this.#now.delete(go); reject(new DOMException('', 'AbortError')); }, { once: true });
    });
  }

  #tell(trouble: Trouble | undefined) {
    if (trouble !== this.trouble) {
      this.trouble = trouble;
      this.dispatchEvent(new Event('change'));
    }
  }
}

export const connection = new Connection();
