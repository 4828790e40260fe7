@needs-delivery @chapter-sec-3
Feature: Signed and encrypted messages
  A signature holds only over the octets that were signed: such messages travel untouched (RFC 2046 §5.1.1, RFC 5321 §4.5.2).

  Rule: What is signed or encrypted is carried octet by octet

    @R5321-4.5.2-c @MUST
    Scenario Outline: <what> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>

      Examples:
        | what                           | message   |
        | A message encrypted by S/MIME  | smime     |
        | A message signed by OpenPGP    | signed    |
        | A message encrypted by OpenPGP | encrypted |

  Rule: The header says what is signed or encrypted, and with what

    @R5321-4.5.2-c @SHOULD
    Scenario Outline: The header of <what> arrives as it was sent
      Given alice's inbox is empty
      When alice is sent the message <message>
      Then alice receives the message <message>
      And the received message ends with the message <message>

      Examples:
        | what                           | message   |
        | a message signed by OpenPGP    | signed    |
        | a message encrypted by OpenPGP | encrypted |
        | a message encrypted by S/MIME  | smime     |
