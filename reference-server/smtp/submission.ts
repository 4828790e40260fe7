import type { ServiceName } from '../options';

/** The ports for users (RFC 6409): who sends there must log in. */
export function isSubmission(service: ServiceName): boolean {
  return service === 'submission' || service === 'submissions';
}
