/**
 * A text in the form in which texts are compared regardless of case and of how accents are written: near to
 * i;unicode-casemap (RFC 5051), which RFC 9051 §6.4.4 names for SEARCH.
 */
export function fold(text: string): string {
  const upper = text.toUpperCase();
  return /[^\x00-\x7f]/.test(upper) ? upper.normalize('NFKD') : upper;
}
