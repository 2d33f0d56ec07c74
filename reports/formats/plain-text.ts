/** A name on one line that cannot steer a terminal or turn the writing direction: such characters become U+FFFD. */
export function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
