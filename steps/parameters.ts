/** The parameter types of the vocabulary (features/README.md). */
import { defineParameterType } from '@cucumber/cucumber';

defineParameterType({ name: 'account', regexp: /alice|bob|carol/, useForSnippets: false });

// The rest of the line as it stands: {string} cannot hold MAIL FROM:<"a b"@x>.
defineParameterType({ name: 'line', regexp: /.*/, useForSnippets: false });

defineParameterType({ name: 'reply', regexp: /\S.*/, useForSnippets: false });

defineParameterType({
  name: 'protocol',
  regexp: /SMTP|LMTP|POP3|IMAP/,
  transformer: (name: string) => name.toLowerCase(),
  useForSnippets: false,
});

// A message of this scenario by its name, or a text that stands in the message and in no other: "cut off ${id}".
defineParameterType({ name: 'message', regexp: /"[^"]*"|[\w-]+/, useForSnippets: false });

// A message's name; {word} would take the colon that announces a doc string.
defineParameterType({ name: 'name', regexp: /[\w-]+/, useForSnippets: false });
