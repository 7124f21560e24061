const TRIGGER_PX = 60;

/** Pulling a page down at its top shows three dots and asks the page to refresh. */
export class PullDown {
  private readonly indicator = document.createElement('div');
  private startY: number | undefined;
  private distance = 0;
  private isRefreshing = false;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly onRefresh: () => void,
  ) {
    this.indicator.className = 'phone-pull-down';
    this.indicator.setAttribute('aria-hidden', 'true');
    for (let dot = 0; dot < 3; dot += 1) this.indicator.append(document.createElement('i'));
    scroller.prepend(this.indicator);
    scroller.addEventListener('pointerdown', (event) => {
      this.startY = scroller.scrollTop <= 0 && !this.isRefreshing ? event.clientY : undefined;
    });
    scroller.addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'touch') this.pull(event.clientY);
    });
    scroller.addEventListener(
      'touchmove',
      (event) => {
        this.pull(event.touches[0]?.clientY ?? 0);
      },
      { passive: true },
    );
    for (const type of ['pointerup', 'touchend', 'touchcancel']) {
      scroller.addEventListener(type, () => {
        this.release();
      });
    }
  }

  private start(): void {
    this.isRefreshing = true;
    this.setHeight(TRIGGER_PX);
    this.onRefresh();
  }

  stop(): void {
    this.isRefreshing = false;
    this.setHeight(0);
  }

  private pull(clientY: number): void {
    if (this.startY === undefined || this.scroller.scrollTop > 0) return;
    this.distance = Math.max(0, (clientY - this.startY) / 2);
    this.setHeight(Math.min(this.distance, TRIGGER_PX * 1.5));
  }

  private release(): void {
    if (this.startY === undefined) return;
    this.startY = undefined;
    if (this.distance >= TRIGGER_PX) this.start();
    else if (!this.isRefreshing) this.setHeight(0);
    this.distance = 0;
  }

  private setHeight(height: number): void {
    this.indicator.style.height = `${String(height)}px`;
  }
}
