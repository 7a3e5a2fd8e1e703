Feature: The vehicle during remote diagnostics, as the diagnostics' fault catalogue lists it (B12 to B15, I1 to I3)
  What the vehicle says of itself, what diagnosis does to it, and what its state forbids.

  Background:
    Given the vehicle has the latest software and hardware to support remote diagnostics
    And Bob is registered in the system with valid contact details
    And a stable internet connection is there
    And the vehicle's onboard diagnostic interface is enabled

  @diag-B12 @open @needs-plant-faults
  Scenario: The code returns 2 s after the session was closed as resolved
    Given Bob drives the luxury electric vehicle at 80 km/h
    And debris clogs the coolant pump
    And a warning light has appeared on the dashboard
    And Bob has stopped and parked
    And the fault plan
      | fault             | when                                                            |
      | coolant-pump-worn | record: HTTP, where: {leg: desk, path: ".*/close"}, after: 2 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise runs the coolant pump test and it passes
    And Alise tests again that the trouble code is gone
    And Alise closes the session as "resolved"
    Then diag-B12 is kept: a code that returns makes the outcome not resolved, and no report says resolved

  @diag-B13 @RD-M3 @needs-uds-faults
  Scenario: A code asks for its lamp, and the lamp is dark
    Given Bob is parked with the ignition on
    And 15 s pass
    And the fault plan
      | fault        | with                                                   |
      | false-answer | ecu: BRK, request: "1902", answer: "5902FFC1468788" |
    And 20 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise closes the session as "follow-up"
    Then diag-B13 is kept: a contradiction of lamp and code is shown as a finding

  @diag-B13 @RD-M3 @needs-uds-faults
  Scenario: A lamp is lit, and no control unit tells of a code
    Given Bob is parked with the ignition on
    And 15 s pass
    And the fault plan
      | fault          | with                                           |
      | interlock-open |                                                |
      | false-answer   | ecu: BMS, request: "1902", answer: "5902FF" |
    And 20 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise closes the session as "follow-up"
    Then diag-B13 is kept: a contradiction of lamp and code is shown as a finding

  @diag-B14 @RD-M3 @needs-plant-faults
  Scenario: The 12 V supply falls during the session
    Given Bob is parked with the ignition on
    And 15 s pass
    And the fault plan
      | fault           | with         | when            |
      | converter-weak  | percent: 100 | phase: snapshot |
      | low-voltage-low | percent: 6   | phase: snapshot |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    Then diag-B14 is kept: the session ends itself before the 12 V battery is flat

  @diag-B15 @RD-M3
  Scenario: A session that only reads
    Given Bob is parked with the ignition on
    And 15 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise reads "E009" of "THM"
    And Alise closes the session as "follow-up"
    And Alise looks into the team's inbox
    And 60 s pass
    And Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And 20 s pass
    And Alise looks into the team's inbox
    Then diag-B15 is kept: a session that only reads leaves no new code

  @diag-I1 @RD-M3
  Scenario Outline: Actions are asked for while <state>
    Given Bob is parked with the ignition on
    And 15 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And <state>
    And Alise asks for the coolant pump test
    And the result is there
    And Alise asks to reset "BRK"
    And Alise asks to reset "INV"
    And Alise asks to reset "IVI"
    And Alise asks to clear the trouble codes of "THM"
    And Alise asks to clear the trouble codes of "BMS"
    And Alise reads "<did>" of "<ecu>"
    Then diag-I1 is kept: what moves, resets or clears is refused, reading still works

    Examples:
      | state                                        | did  | ecu |
      | the vehicle is driven at 30 km/h             | E009 | THM |
      | Bob selects gear D                           | E009 | THM |
      | the vehicle is plugged into a power source   | E009 | THM |
      | Bob leaves the vehicle with the ignition off | F195 | TCU |

  @diag-I1 @RD-M3 @needs-plant-faults
  Scenario Outline: Actions are asked for while the body forbids it: <contact>
    Given Bob is parked with the ignition on
    And 15 s pass
    And the fault plan
      | fault        | with               | when                        |
      | body-contact | contact: <contact> | phase: snapshot, after: 1 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And 5 s pass
    And Alise asks for the coolant pump test
    And the result is there
    And Alise asks to reset "BRK"
    And Alise asks to clear the trouble codes of "THM"
    And Alise reads "E009" of "THM"
    Then diag-I1 is kept: what moves, resets or clears is refused, reading still works

    Examples:
      | contact     |
      | bonnet-open |
      | crash       |

  @diag-I2 @RD-M3 @needs-people-faults
  Scenario: Bob drives off while a routine runs
    Given Bob is parked with the ignition on
    And 15 s pass
    And the fault plan
      | fault      | with                    | when                                                  |
      | drives-off | kilometres-per-hour: 20 | record: UDS, where: {pdu: "31010203.*"}, after: 2 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise asks for the coolant pump test
    Then diag-I2 is kept: the routine stops within 1 s, and both sides are told

  @diag-I3 @RD-M3
  Scenario Outline: The reset of <ecu> is asked for while the vehicle stands without its parking lock
    Given Bob is parked with the ignition on
    And 15 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Bob selects gear N
    And Alise asks to reset "<ecu>"
    Then diag-I3 is kept: the reset is refused

    Examples:
      | ecu |
      | BRK |
      | VCU |
