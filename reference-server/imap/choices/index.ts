/** Decisions that handlers take in one place each, so that a guest can take another: what is left of them. */

import { type MessageChoices, messageChoices } from './messages';
import { type SearchChoices, searchChoices } from './searching';

export type Choices = MessageChoices & SearchChoices;

export const RIGHT: Choices = {
  ...messageChoices,
  ...searchChoices,
};
