/** Where a form may lead back to. */

/** A path of ours; whatever else was written there leads to the start. */
export function ownPlace(text: string): string {
  return /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text) ? text : '/';
}
