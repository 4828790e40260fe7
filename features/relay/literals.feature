@needs-outside-dns
Feature: Recipients at an address in place of a domain
  A host that no name leads to can be written as its address in brackets (RFC 5321 §4.1.3).

  Rule: Mail goes to the host at that address

    # Many servers refuse such recipients.
    @R5321-4.1.3-c @SHOULD
    Scenario: The host of an address literal receives the message
      Given any message hello from alice
      And mx1 answers all
      And a submission session after MAIL
      Then the dialogue is:
        """smtp
        C: RCPT TO:<carol@[${mx1.address}]>
        S? 4xx/5xx
        S: 250/251
        C: DATA
        S? 5xx
        S: 354
        C~ ${hello}
        C: .
        S? 5xx
        S: 250
        """
      And mx1 receives the message hello
