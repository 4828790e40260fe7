import { type ServiceName, serviceNamed } from '../../services';

/** The ports for users (RFC 6409): who sends there must log in. */
export function isSubmission(name: ServiceName): boolean {
  return serviceNamed(name).forUsers === true;
}
