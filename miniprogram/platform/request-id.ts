/** A new request id: 32 hexadecimal digits that no other request has. */
export function newRequestId(): string {
  const digits = () =>
    Math.floor(Math.random() * 0x100000000)
      .toString(16)
      .padStart(8, '0');
  return digits() + digits() + digits() + digits();
}
