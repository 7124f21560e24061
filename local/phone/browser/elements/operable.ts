/** Gives a drawn control its role and a place in the order of the tab key. */
export function makeOperable(host: HTMLElement, role: string): void {
  host.setAttribute('role', role);
  host.tabIndex = 0;
}

export function markChecked(
  host: HTMLElement,
  { checked, disabled }: { checked: boolean; disabled: boolean },
): void {
  host.setAttribute('aria-checked', String(checked));
  host.toggleAttribute('disabled', disabled);
  if (disabled) host.setAttribute('aria-disabled', 'true');
  else host.removeAttribute('aria-disabled');
  host.tabIndex = disabled ? -1 : 0;
}
