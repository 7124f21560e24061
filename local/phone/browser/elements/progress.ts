import type { ElementDefinition } from '../model/external-element';

interface ProgressData {
  percent: number;
  showInfo: boolean;
  strokeWidth: number | string;
  activeColor: string;
  backgroundColor: string;
}

export const progress: ElementDefinition<ProgressData> = {
  tag: 'progress',
  properties: {
    percent: { type: Number, value: 0 },
    showInfo: { type: Boolean, value: false },
    strokeWidth: { type: null, value: 6 },
    activeColor: { type: String, value: '#09bb07' },
    backgroundColor: { type: String, value: '#ebebeb' },
  },
  mount(context) {
    const { host } = context;
    host.setAttribute('role', 'progressbar');
    const track = document.createElement('i');
    const bar = document.createElement('b');
    const info = document.createElement('span');
    track.append(bar);
    host.append(track, info);
    return {
      update() {
        const { percent, showInfo, strokeWidth, activeColor, backgroundColor } = context.data;
        const value = Math.min(100, Math.max(0, percent));
        host.setAttribute('aria-valuenow', String(value));
        track.style.cssText = `height:${String(strokeWidth)}px;background-color:${backgroundColor}`;
        bar.style.cssText = `width:${String(value)}%;background-color:${activeColor}`;
        info.hidden = !showInfo;
        info.textContent = `${String(value)}%`;
      },
    };
  },
};
