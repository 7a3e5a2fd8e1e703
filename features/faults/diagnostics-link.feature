Feature: The connection during remote diagnostics, as the diagnostics' fault catalogue lists it (C1 to C5)
  Between the vehicle and its cloud, and between the cloud and the console: cut, poor, repeated, unavailable, handed over.

  Background:
    Given the vehicle has the latest software and hardware to support remote diagnostics
    And Bob is registered in the system with valid contact details
    And a stable internet connection is there
    And the vehicle's onboard diagnostic interface is enabled
    And Bob is parked with the ignition on
    And 15 s pass

  @diag-C1 @needs-uplink-faults
  Scenario: The link is cut before the session
    Given the fault plan
      | fault     |
      | link-down |
    And 40 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then diag-C1 is kept: refused before the session, resumed in it without a duplicate, control units let go, the report delivered once

  @diag-C1 @RD-M3 @needs-uplink-faults
  Scenario: The link is cut during the read-out
    Given the fault plan
      | fault     | when            | for  |
      | link-down | phase: read-out | 20 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And diag-C1 is kept: refused before the session, resumed in it without a duplicate, control units let go, the report delivered once

  @diag-C1 @RD-M3 @needs-uplink-faults
  Scenario: The link is cut during a routine
    Given the fault plan
      | fault     | when                                           | for  |
      | link-down | record: UDS, where: {pdu: "31010203.*"} | 25 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise asks for the coolant pump test
    And 45 s pass
    Then diag-C1 is kept: refused before the session, resumed in it without a duplicate, control units let go, the report delivered once

  @diag-C1 @RD-Q2 @needs-uplink-faults
  Scenario: The link is cut when the report is due
    Given the fault plan
      | fault     | when                                                  | for  |
      | link-down | record: HTTP, where: {leg: desk, path: ".*/close"} | 60 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise closes the session as "follow-up"
    And 180 s pass
    Then Bob is informed of the necessary next steps
    And diag-C1 is kept: refused before the session, resumed in it without a duplicate, control units let go, the report delivered once

  @diag-C2 @RD-M3 @needs-uplink-faults @needs-cloud-faults
  Scenario Outline: The connection is poor: <fault> <with>
    Given the fault plan
      | fault   | with   | when           | for   |
      | <fault> | <with> | phase: request | <for> |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And diag-C2 is kept: the read-out arrives within its degraded budget, and a dead connection is noticed in time

    Examples:
      | fault         | with                               | for   |
      | link-latency  | millis: 2000                       | 200 s |
      | link-loss     | percent: 20                        | 200 s |
      | link-slow     | bytes-per-second: 2000             | 200 s |
      | exchange-lost | path: .*/snapshot, occurrence: 1   | 200 s |

  @diag-C2 @RD-M3 @needs-uplink-faults
  Scenario Outline: During the read-out the cloud's name leads nowhere, or to somebody else: <fault>
    Given the fault plan
      | fault   | with   | when            | for  |
      | <fault> | <with> | phase: read-out | 20 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    Then diag-C2 is kept: the read-out arrives within its degraded budget, and a dead connection is noticed in time

    Examples:
      | fault        | with               |
      | name-unknown |                    |
      | impostor     | pretence: expired  |

  @diag-C2 @RD-M3 @needs-uplink-faults
  Scenario: The connection seems open and swallows everything
    Given the fault plan
      | fault          | when                          | for  |
      | link-half-open | phase: snapshot, after: 5 s | 30 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And 16 s pass
    And Alise has received the vehicle's diagnostic data
    And 30 s pass
    Then diag-C2 is kept: the read-out arrives within its degraded budget, and a dead connection is noticed in time

  @diag-C3 @RD-M3 @needs-cloud-faults
  Scenario Outline: A message comes again: <fault>
    Given the fault plan
      | fault   | with   | when   |
      | <fault> | <with> | <when> |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise asks for the coolant pump test
    And the result is there
    And 20 s pass
    Then the log is looked at, and diag-C3 is kept: what comes twice or again is executed once or rejected, and noted

    Examples:
      | fault           | with                                           | when                                            |
      | old-answer      | path: "/vehicle/.*/commands.*", holding: ".*routine.*"  | record: HTTP, where: {path: "/vehicle/.*/results"}       |
      | exchange-lost   | path: "/vehicle/.*/commands.*", occurrence: 1           | record: HTTP, where: {path: "/desk/.*/commands"} |
      | exchange-lost   | path: ".*/results", occurrence: 1              |                                                 |
      | request-doubled | path: ".*/results"                             |                                                 |

  @diag-C4 @needs-cloud-faults
  Scenario Outline: The support desk answers <status> when it is asked for
    Given the fault plan
      | fault        | with                                                    |
      | cloud-status | path: ".*/eligibility", status: <status>, times: 100 |
    And 1 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then diag-C4 is kept: tries keep apart, the user reads the cause in clear words

    Examples:
      | status |
      | 500    |
      | 503    |
      | 429    |

  @diag-C4 @RD-M3 @needs-cloud-faults
  Scenario Outline: The support desk answers <status> in the middle of a session
    Given the fault plan
      | fault        | with                                                | when                        |
      | cloud-status | path: "/vehicle/.*/commands.*", status: <status>, times: 4 | phase: snapshot, after: 2 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And 60 s pass
    Then diag-C4 is kept: tries keep apart, the user reads the cause in clear words

    Examples:
      | status |
      | 500    |
      | 429    |

  @diag-C4 @needs-ecu-faults
  Scenario Outline: The vehicle's clock is wrong by <seconds> s
    Given the fault plan
      | fault       | with               |
      | clock-wrong | seconds: <seconds> |
    And 1 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then diag-C4 is kept: tries keep apart, the user reads the cause in clear words

    Examples:
      | seconds |
      | 600     |
      | -600    |

  @diag-C4-token @RD-M3
  Scenario: The session lasts longer than its token is good
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And 1860 s pass
    And Alise reads "E009" of "THM"
    And 10 s pass
    Then diag-C4-token is kept: the token is renewed before it is too old, the session goes on

  @diag-C5 @RD-M3 @needs-people-faults
  Scenario: The technician's console fails, and a colleague takes the session over
    Given the fault plan
      | fault      | with                                                                                                                                          | when                                                          |
      | trespasses | as: colleague, method: POST, path: "/desk/v1/sessions/{session}/commands", body: '{"kind": "guidance", "text": "Wait", "who": "driver"}' | record: HTTP, where: {leg: desk, path: ".*/commands"}         |
      | trespasses | as: colleague, method: POST, path: "/desk/v1/sessions/{session}/commands", body: '{"kind": "read", "ecu": "THM"}'                          | record: HTTP, where: {leg: desk, path: ".*/hand-over"}        |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise asks for the coolant pump test
    And the result is there
    And Alise hands the session over to "Edgars"
    And 5 s pass
    And Alise tries to close the session as "follow-up"
    Then the log is looked at, and diag-C5 is kept: the session stays safe, and only who is entitled goes on with it
