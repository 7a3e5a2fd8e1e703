Feature: A lamp for the driver

  Rule: The lamp says what is so

    @OTA-M1 @OTA-Q2
    Scenario: The lamp is lit
      Given the lamp is off
      When the driver presses the button
      Then the lamp is on

    @OTA-P4
    Scenario Outline: The lamp waits
      Given the lamp is off
      When <seconds> seconds pass
      Then the lamp is off

      Examples:
        | seconds | why   |
        | 10      | short |
        | 3000    | long  |

    @OTA-P4
    Scenario Outline: The lamp is dark for <seconds> s
      When <seconds> seconds pass
      Then the lamp is off

      Examples:
        | seconds |
        | 5       |
