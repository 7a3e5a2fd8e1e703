Feature: People and screens during remote diagnostics, as the diagnostics' fault catalogue lists them (H1 to H4)
  A dead button, a dead screen, nervous fingers, and a consent that is refused, not given or taken back.

  Background:
    Given the vehicle has the latest software and hardware to support remote diagnostics
    And Bob is registered in the system with valid contact details
    And a stable internet connection is there
    And the vehicle's onboard diagnostic interface is enabled
    And Bob is parked with the ignition on
    And 15 s pass

  @diag-H1 @RD-A1 @needs-screen-faults
  Scenario: The button is pressed, and the panel does not feel it
    Given the fault plan
      | fault      |
      | touch-dead |
    And 1 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then the "Diagnostics" button is unresponsive
    And diag-H1 is kept: the watchdog sees it, the alternate path is offered, no session stays half-open

  @diag-H1 @needs-screen-faults
  Scenario: The button is pressed, and the picture stands still
    Given the fault plan
      | fault         |
      | screen-frozen |
    And 1 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then diag-H1 is kept: the watchdog sees it, the alternate path is offered, no session stays half-open

  @diag-H2 @RD-A3 @RD-A4 @needs-supply-faults
  Scenario Outline: The infotainment is still dead after off and on, and Bob contacts support by <way>
    Given the fault plan
      | fault      | with     |
      | supply-cut | ecu: IVI |
    And 5 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob turns the vehicle off and on
    And Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob contacts technical support by <way>
    Then technical support answers Bob through the alternative communication method
    And Alise accesses vehicle diagnostics through an alternate method and guides Bob through necessary steps
    When Alise closes the session as "follow-up"
    Then diag-H2 is kept: the alternate path leads to a session, and its report names the infotainment as cause

    Examples:
      | way            |
      | the mobile app |
      | phone          |

  @diag-H3 @RD-M2 @needs-people-faults
  Scenario Outline: Nervous fingers: <fault>
    Given the fault plan
      | fault   | with   |
      | <fault> | <with> |
    And 1 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then diag-H3 is kept: there is one session with one consent

    Examples:
      | fault        | with      |
      | hammers      | times: 20 |
      | double-press |           |

  @diag-H3 @RD-M2
  Scenario: Bob presses the button while somebody asks for support in the app
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob contacts technical support by the mobile app
    And Bob allows the sharing of diagnostic data
    Then diag-H3 is kept: there is one session with one consent

  @diag-H4 @RD-P4
  Scenario: The consent is refused
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob does not allow the sharing of diagnostic data
    Then diag-H4 is kept: without consent nothing is read; withdrawn, it stops within 2 s and the report says so

  @diag-H4 @needs-people-faults
  Scenario: Nobody answers the question for consent
    Given the fault plan
      | fault     | when                                        |
      | no-answer | record: PRESS, where: {button: Diagnostics} |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then diag-H4 is kept: without consent nothing is read; withdrawn, it stops within 2 s and the report says so

  @diag-H4 @needs-people-faults
  Scenario: The consent is withdrawn in the app in the middle of the read-out
    Given the fault plan
      | fault             | when                        |
      | withdraws-consent | phase: read-out, after: 1 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the team's inbox and the log are looked at, and diag-H4 is kept: without consent nothing is read; withdrawn, it stops within 2 s and the report says so
