@needs-webmail
Feature: Signing in and out                                  # OWASP ASVS V2, V3; RFC 6265bis

  Rule: Who has the password is let in, and nobody else

    @chapter-web-1 @M-webmail-sign-in @MUST
    Scenario: The right password lets in
      Given alice signs in to the webmail
      Then alice is signed in

    @M-webmail-sign-in @MUST @spends-logins
    Scenario: A wrong password does not let in
      When alice tries the password not-the-one
      Then alice is signed out

    @M-webmail-sign-in @MUST @spends-logins
    Scenario: An empty password does not let in
      When alice tries the password ${""}
      Then alice is signed out

    @M-webmail-sign-in @MUST
    Scenario: A stranger sees no mail
      When a stranger comes to the webmail
      Then a stranger is signed out

    @M-webmail-sign-in @MUST
    Scenario: A stranger who knows the addresses of pages is shown none of the mail on them
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}

        Nobody else may read this, ${id}.
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      And a stranger asks for all that alice has seen
      Then what a stranger was served does not contain: ${id}

    @M-webmail-guessing @SHOULD @spends-logins @strain @slow
    Scenario: A hundred passwords of an account cannot be tried in a row
      Then alice is not let in after 101 wrong passwords

  Rule: A session begins with the sign-in and ends with the sign-out

    @M-webmail-sign-out @MUST
    Scenario: Who has signed out is shown no mail
      Given alice signs in to the webmail
      When alice signs out
      Then alice is signed out

    @M-webmail-sign-out @MUST
    Scenario: A cookie that was taken before the sign-out lets nobody in behind it
      Given alice signs in to the webmail
      When the thief takes the cookies of alice
      And alice signs out
      Then the thief is signed out

    @M-webmail-fixation @MUST
    Scenario: A cookie that was there before the sign-in lets nobody in behind it
      When alice comes to the webmail
      And the thief takes the cookies of alice
      And alice signs in to the webmail
      Then the thief is signed out

    @M-webmail-forged @SHOULD
    Scenario: Another site cannot sign somebody out
      Given alice signs in to the webmail
      When another site has it that alice signs out
      Then alice is signed in

    @M-webmail-sign-out @MUST
    Scenario: The sign-out of one browser ends no session of another user
      Given alice signs in to the webmail
      And bob signs in to the webmail
      When alice signs out
      Then bob is signed in

  Rule: The cookie of a session is kept from everybody but the webmail

    @M-webmail-cookie-httponly @MUST
    Scenario: Scripts cannot read the cookie
      Given alice signs in to the webmail
      Then what alice was served has cookies that scripts cannot read

    @M-webmail-cookie-samesite @SHOULD
    Scenario: Other sites' requests come without the cookie
      Given alice signs in to the webmail
      Then what alice was served has cookies that other sites do not send

    @M-webmail-cookie-secure @MUST
    Scenario: The cookie of a webmail under TLS goes over TLS alone
      Given alice signs in to the webmail
      Then what alice was served has cookies for TLS only

    @M-webmail-session-in-address @MUST
    Scenario: No address holds the session
      Given alice signs in to the webmail
      When alice looks into the inbox
      Then what alice was served has no session in its addresses

    @M-webmail-password @MUST
    Scenario: The password is on no page and in no cookie
      Given alice signs in to the webmail
      When alice looks into the inbox
      Then what alice was served has no password in it

    @M-webmail-password @MUST @spends-logins
    Scenario: A wrong password does not come back
      When alice tries the password not-the-one-${id}
      Then what alice was served does not contain: not-the-one-${id}
