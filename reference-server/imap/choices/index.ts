/**
 * Decisions that handlers take in one place each, so that a named mistake can take another (see defects/imap.ts). What stands here
 * is right; every handler reads it from its session.
 */

import { type MessageChoices, messageChoices } from './messages';
import { type SearchChoices, searchChoices } from './searching';

export type Choices = MessageChoices & SearchChoices;

export const RIGHT: Choices = {
  ...messageChoices,
  ...searchChoices,
};
