/** A requirement as its sentence. */
import { addressOf, citationOf, type Requirement } from '../../verdict/requirements';

interface Props {
  id: string;
  requirements: Map<string, Requirement>;
  /** With a link to the place where it stands; not in what is clicked itself. */
  linked?: boolean;
}

export function Sentence({ id, requirements, linked = false }: Props) {
  const requirement = requirements.get(id);
  if (requirement === undefined) return <>{id}</>;
  const address = addressOf(requirement);
  const place = citationOf(requirement);
  return (
    <>
      {linked && address !== undefined ? <a href={address}>{place}</a> : place} {requirement.level}: {requirement.says}{' '}
      ({id})
    </>
  );
}
