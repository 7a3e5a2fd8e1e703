Feature: In-Car Remote Diagnostics for Technical Support, faults of the transport
  What passes between the gateway and a control unit is lost, late, false or somebody else's while the vehicle is read out.
  B1 to B11 are rows of the diagnostics' fault catalogue; each scenario ends with what the row expects.

  Background:
    Given the vehicle has the latest software and hardware to support remote diagnostics
    And Bob is registered in the system with valid contact details
    And Bob is parked with the ignition on
    And the vehicle's onboard diagnostic interface is enabled
    And 15 s pass

  @B1 @RD-M3 @RD-G1 @needs-supply-faults
  Scenario: A control unit without power
    Given the supply of "BRK" is cut
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And B1 is kept: a silent unit is listed as not responding with the moment it was last seen, the others are read
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

  @B2 @RD-M3 @RD-G1 @needs-transport-faults
  Scenario Outline: Response pending for ever, every <millis> ms
    Given "BRK" answers "22F195" with response pending every <millis> ms
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And B2 is kept: waiting ends at its limit, the unit is listed as not responding, the others are read
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

    Examples:
      | millis |
      | 1000   |
      | 1      |

  @B2 @RD-M3 @RD-G1 @needs-transport-faults
  Scenario: Response pending, then silence
    Given "BRK" answers "22F195" with response pending and then is silent
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And B2 is kept: waiting ends at its limit, the unit is listed as not responding, the others are read
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

  @B3 @RD-M3 @RD-G1 @needs-transport-faults
  Scenario Outline: Everything is refused with <nrc>
    Given "BRK" answers everything with the response code <nrc>
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And B3 is kept: the retries end, the exact response code is shown, the others are read
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

    Examples:
      | nrc |
      | 21  |
      | 22  |
      | 31  |
      | 7F  |

  @B4 @RD-M3 @RD-G1 @needs-transport-faults
  Scenario Outline: An answer with <what>
    Given "BRK" answers "22F195" with "<answer>"
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And B4 is kept: the answer is discarded, nothing of it is in the report, the others are read
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

    Examples:
      | what                  | answer                                               |
      | another identifier    | 62F19646414C5345                                     |
      | another service       | 7101020300                                           |
      | its end missing       | 62F1                                                 |
      | half of its value     | 62F19546414C5345                                     |
      | more than there is    | 62F19546414C534546414C534546414C534546414C5345464C53 |

  @B4 @RD-M3 @RD-G1 @needs-transport-faults
  Scenario Outline: A right answer that comes when <when>
    Given the answers of "BRK" come <millis> ms late
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And 15 s pass
    Then the system establishes a secure connection with the technical support team via the cloud
    And B4 is kept: the answer is discarded, nothing of it is in the report, the others are read

    Examples:
      | when                              | millis |
      | nobody waits for it any more      | 12000  |
      | the same has been asked once more | 7000   |

  @B4 @RD-M3 @RD-G1 @needs-transport-faults
  Scenario: An answer under an identifier of nobody
    Given "BRK" answers "22F195" under the identifier 7A0, with "62F19546414C5345"
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And B4 is kept: the answer is discarded, nothing of it is in the report, the others are read
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

  @B5 @RD-M3 @RD-G1 @needs-transport-faults
  Scenario: A second responder wins the race against the control unit
    Given a second responder answers "227061" to "ADAS" earlier, with "62706101"
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And B5 is kept: the two answers are noticed and the value is marked as untrusted
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

  @B6 @RD-M3 @RD-G1 @needs-transport-faults
  Scenario Outline: The transport suffers <what>, <often>
    Given the transport of responses of "BRK" suffers <what>, <often>
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And B6 is kept: the transport's timeouts end it after one retry, nothing hangs, the others are read
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

    Examples:
      | what            | often  |
      | lost-frame      | once   |
      | wrong-number    | once   |
      | late-frame      | once   |
      | wrong-number    | always |
      | no-flow-control | always |
      | overflow        | always |
      | wait            | always |
      | block-size-1    | always |
      | stmin-127       | always |

  @B7 @RD-M3 @RD-G1 @needs-bit-faults
  Scenario: A control unit leaves the bus during the read-out and comes back
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And the controller of "BRK" goes bus-off for 3 s while its values are read
    Then the system establishes a secure connection with the technical support team via the cloud
    And B7 is kept: the unit comes back, the read-out goes on, what is partial is labelled
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

  @B7 @RD-M3
  Scenario Outline: During the read-out <what> the drive bus
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And <fault>
    Then the system establishes a secure connection with the technical support team via the cloud
    And B7 is kept: the unit comes back, the read-out goes on, what is partial is labelled

    @needs-bit-faults
    Examples:
      | what                  | fault                                                            |
      | interference disturbs | interference inverts one bit in 500 on the drive bus for 2000 ms |

    @needs-bus-faults
    Examples:
      | what              | fault                                   |
      | a node babbles on | a node babbles on the drive bus for 3 s |

  @B8 @RD-M3 @RD-G1 @needs-transport-faults
  Scenario: A flood of 300 trouble codes
    Given "BRK" tells of 300 trouble codes
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And Alise has received the vehicle's diagnostic data
    And B8 is kept: all codes are shown or marked as truncated, the console stays usable
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

  @B8 @RD-M3 @RD-G1 @needs-transport-faults
  Scenario: A flood of as many trouble codes as 65,535 bytes hold
    Given "BRK" tells of 16383 trouble codes
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And Alise has received the vehicle's diagnostic data
    And B8 is kept: all codes are shown or marked as truncated, the console stays usable
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

  @B8 @RD-M3 @RD-G1 @needs-transport-faults
  Scenario: A trouble code that is told twice
    Given "BRK" answers "1902" with "5902FFC1008708C1018708C1008708"
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And Alise has received the vehicle's diagnostic data
    And B8 is kept: all codes are shown or marked as truncated, the console stays usable
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

  @B9 @RD-M3 @RD-G1 @needs-transport-faults
  Scenario: An odometer that stands still while the vehicle moves
    Given "IPC" answers "22DD01" with "62DD0100002710"
    And the vehicle is driven at 50 km/h
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And Alise has received the vehicle's diagnostic data
    And B9 is kept: what stands still is marked as stale

  @B10 @RD-M3 @RD-G1 @needs-supply-faults
  Scenario: A control unit resets during the read-out
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And the supply of "BRK" fails for 500 ms while its values are read
    Then the system establishes a secure connection with the technical support team via the cloud
    And B10 is kept: the unit is identified again before anything else is read
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

  @B10 @RD-M3 @RD-G1 @needs-supply-faults @needs-transport-faults
  Scenario: A control unit comes back from its reset as another variant
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And the supply of "BRK" fails for 500 ms while its values are read
    And "BRK" answers "22F191" with "62F19142524B2D483220202020202020202020"
    Then the system establishes a secure connection with the technical support team via the cloud
    And B10 is kept: the unit is identified again before anything else is read
    And technical support remotely accessed the on-board systems and performed detailed diagnostics

  @B11 @RD-M3 @needs-transport-faults
  Scenario: The session of a control unit runs out while one of its outputs is held
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    Then the system establishes a secure connection with the technical support team via the cloud
    And Alise has received the vehicle's diagnostic data
    When Alise holds output 4931 of "BMS" at 01 for 20 s
    And the gateway carries nothing on to "BMS" for 8 s
    And Alise has the result of what was held
    Then B11 is kept: the control unit takes its output back, the console is told
