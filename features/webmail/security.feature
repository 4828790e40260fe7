@needs-webmail
Feature: What a webmail serves is safe                       # OWASP ASVS V5, V12, V14

  Rule: No markup of a message is obeyed as a script

    @M-webmail-script @MUST
    Scenario Outline: Nothing runs: <kind>
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8

        <html><head></head><body><p>Hello.</p><markup></body></html>
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then what alice was served has no script of the message that could run
      And what alice was served has no script of the message

      Examples:
        | kind                       | markup |
        | a script                   | <script>ran('${id}')</script> |
        | a script in capitals       | <SCRIPT >ran('${id}')</SCRIPT > |
        | a script in a script       | <scr<script>ipt>ran('${id}')</scr</script>ipt> |
        | a script from elsewhere    | <script src="http://${id}.elsewhere.test/ran('${id}').js"></script> |
        | a script in a drawing      | <svg><script>ran('${id}')</script></svg> |
        | a handler                  | <img src="x" onerror="ran('${id}')"> |
        | a handler without quotes   | <img src=x onerror=ran('${id}')> |
        | a handler behind a slash   | <svg/onload=ran('${id}')> |
        | a handler behind a tab     | <body	onload="ran('${id}')"> |
        | a handler of a detail      | <details open ontoggle="ran('${id}')">x</details> |
        | an animation's handler     | <svg><animate onbegin="ran('${id}')" attributeName="x" dur="1s"/></svg> |
        | a link                     | <a href="javascript:ran('${id}')">x</a> |
        | a link with a tab          | <a href="java&#9;script:ran('${id}')">x</a> |
        | a link behind a control    | <a href="&#1;javascript:ran('${id}')">x</a> |
        | a link in capitals         | <a href="JaVaScRiPt:ran('${id}')">x</a> |
        | a link with entities       | <a href="&#106;avascript&colon;ran('${id}')">x</a> |
        | a link to data             | <a href="data:text/html,<script>ran('${id}')</script>">x</a> |
        | a link in a drawing        | <svg><a xlink:href="javascript:ran('${id}')"><text y="9">x</text></a></svg> |
        | a link in mathematics      | <math href="javascript:ran('${id}')">x</math> |
        | a frame                    | <iframe src="javascript:ran('${id}')"></iframe> |
        | a frame's own document     | <iframe srcdoc="<script>ran('${id}')</script>"></iframe> |
        | an object                  | <object data="javascript:ran('${id}')"></object> |
        | an embedded page           | <embed src="data:text/html,<script>ran('${id}')</script>"> |
        | a form                     | <form action="javascript:ran('${id}')"><input type="submit"></form> |
        | a button                   | <form><button formaction="javascript:ran('${id}')">x</button></form> |
        | an animated link           | <svg><a><animate attributeName="href" values="javascript:ran('${id}')"/><text y="9">x</text></a></svg> |
        | a style that is an end     | <style><a title="</style><img src=x onerror=ran('${id}')>"></style> |
        | a comment that is an end   | <!--><img src=x onerror=ran('${id}')>--> |
        | a title that is an end     | <noscript><p title="</noscript><img src=x onerror=ran('${id}')>"></noscript> |
        | mutation in mathematics    | <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=ran('${id}')&gt;"> |
        | mutation in a drawing      | <svg></p><style><a id="</style><img src=x onerror=ran('${id}')>"></svg> |
        | a template                 | <template><img src=x onerror=ran('${id}')></template> |

    @M-webmail-script @MUST
    Scenario Outline: Nothing runs of an attachment that is <type>
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        See there.
        --b
        Content-Type: <type>
        Content-Disposition: attachment; filename="page.<ending>"

        <svg xmlns="http://www.w3.org/2000/svg" onload="ran('${id}')"/>
        --b--
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then what alice was served has attachments that are no pages of the webmail
      And what alice was served has no script of the message that could run

      Examples:
        | type                  | ending |
        | text/html             | html   |
        | image/svg+xml         | svg    |
        | application/xhtml+xml | xhtml  |
        | text/xml              | xml    |

    @M-webmail-file-kept @SHOULD
    Scenario: An attachment is served as a file to keep
      Given alice's inbox holds:
        | message |
        | letter  |
      And alice signs in to the webmail
      When alice opens the message letter
      Then what alice was served has attachments that are kept as files

    @M-webmail-nosniff @SHOULD
    Scenario: Nobody guesses the type of an attachment
      Given alice's inbox holds:
        | message |
        | letter  |
      And alice signs in to the webmail
      When alice opens the message letter
      Then what alice was served has attachments whose types nobody guesses

    @M-webmail-form @SHOULD
    Scenario: A form of a message sends nothing elsewhere
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8

        <form action="http://${id}.elsewhere.test/take" method="post">Your password: <input type="password" name="p"><input type="submit"></form>
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then what alice was served has no form that sends elsewhere

  Rule: Each sees her own mail alone

    @M-webmail-others @MUST
    Scenario: The addresses of another user's pages give nothing of her mail
      Given the message secret:
        """
        From: ${sender}
        To: ${bob}
        Subject: secret ${id}

        For bob alone, ${id}.
        """
      And bob's inbox holds:
        | message |
        | secret  |
      And alice's inbox is empty
      And bob signs in to the webmail
      And bob opens the message secret
      And alice signs in to the webmail
      When alice asks for all that bob has seen
      Then what alice was served does not contain: For bob alone, ${id}

  Rule: Its pages guard whoever looks at them

    @M-webmail-headers @SHOULD
    Scenario Outline: What is served has <quality>
      Given the message hello:
        """
        From: ${sender}
        To: ${alice}
        Subject: hello ${id}
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8

        <p>Read <a href="https://elsewhere.test/page" target="other">that</a>.</p>
        """
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice looks into the inbox
      And alice opens the message hello
      Then what alice was served has <quality>

      Examples:
        | quality                                   |
        | a policy against scripts within its pages |
        | types that nobody guesses                 |
        | pages that other sites cannot frame       |
        | pages that nobody keeps                   |
        | no address given to other sites           |
        | links that leave without an opener        |

  Rule: Everybody can use its pages

    @M-webmail-accessible @SHOULD
    Scenario Outline: Each page has <quality>
      Given any message hello
      And alice's inbox holds:
        | message |
        | hello   |
      And alice signs in to the webmail
      When alice opens the message hello
      Then what alice was served has <quality>

      Examples:
        | quality                 |
        | a language              |
        | a title                 |
        | a text for each picture |
        | a label for each field  |
