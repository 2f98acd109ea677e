/** The seconds one waits after a wrong passphrase, as they go by. */
export class Waiting {
  left = $state(0);
  private timer: ReturnType<typeof setInterval> | undefined;

  /** Begins to wait. */
  begin(seconds: number): void {
    clearInterval(this.timer);
    this.left = seconds;
    if (seconds > 0) this.timer = setInterval(() => this.tick(), 1_000);
  }

  /** Waits no more. */
  stop(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    this.left -= 1;
    if (this.left <= 0) clearInterval(this.timer);
  }
}
