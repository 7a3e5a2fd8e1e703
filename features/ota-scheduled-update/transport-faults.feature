Feature: Over-the-Air Software Updates, faults of the transport that an installation does not get over
  What the control unit answers, or somebody in its name, ends the installation; the user is told, and the old software runs.
  T2 to T15 are rows of the updates' fault catalogue; each scenario ends with what the row expects.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has an active account in the vehicle's companion app with permissions for software updates
    And the manufacturer releases the update "battery-patch"
    And Bob has received the notification that a software update is available
    When Bob selects "Install Update" on the infotainment screen

  @T2 @needs-transport-faults
  Scenario Outline: The transport of requests suffers <what> for good
    When the transport of requests of "BMS" suffers <what>, always
    And Bob confirms installation when prompted
    Then T2 is kept: the transport's timeouts lead to a retry, then to a failure that keeps the old software
    And the old software is intact and the vehicle is usable

    Examples:
      | what            |
      | wait            |
      | no-flow-control |

  @T4 @needs-transport-faults
  Scenario: Response pending for ever
    When "BMS" answers "3101F010" with response pending every 4000 ms
    And Bob confirms installation when prompted
    Then T4 is kept: waiting ends at its limit, the installation fails and the old software is kept

  @T5 @needs-transport-faults
  Scenario Outline: Before the erase <request> is refused with <nrc>
    When "BMS" answers "<request>" with "7FSS<nrc>"
    And Bob confirms installation when prompted
    Then T5 is kept: the reason is mapped, the tries are bounded, the old software is kept

    Examples:
      | request  | nrc |
      | 1002     | 22  |
      | 1002     | 7F  |
      | 2701     | 24  |
      | 3101F010 | 31  |
      | 2EF184   | 33  |
      | 2702     | 35  |
      | 2702     | 36  |

  @T5 @OTS-A3U @OTS-A3S @needs-transport-faults
  Scenario Outline: From the erase on <request> is refused with <nrc>
    When "BMS" answers "<request>" with "7FSS<nrc>"
    And Bob confirms installation when prompted
    Then T5 is kept: the reason is mapped, the tries are bounded, the old software is kept
    And Bob receives an error notification and is prompted to contact support
    And the system provides troubleshooting options or schedules a retry

    Examples:
      | request  | nrc |
      | 34       | 70  |
      | 37       | 71  |
      | 3101FF00 | 72  |
      | 37       | 73  |

  @T5 @needs-transport-faults
  Scenario Outline: The supply is not right: refused with <nrc>
    When "BMS" answers "3101F010" with "7FSS<nrc>"
    And Bob confirms installation when prompted
    Then T5 is kept: the reason is mapped, the tries are bounded, the old software is kept

    Examples:
      | nrc |
      | 92  |
      | 93  |

  @T10 @needs-transport-faults
  Scenario: Somebody answers the activation in the control unit's name
    When "BMS" answers "3101F011" with "7101F01100"
    And Bob confirms installation when prompted
    Then T10 is kept: what the control unit says after its restart gives the false answers away
    And the old software is intact and the vehicle is usable

  @T10 @needs-transport-faults
  Scenario Outline: Somebody answers "<request>" in the control unit's name
    When "BMS" answers "<request>" with "<answer>"
    And Bob confirms installation when prompted
    Then T10 is kept: what the control unit says after its restart gives the false answers away
    And the old software is intact and the vehicle is usable

    Examples:
      | request  | answer     |
      | 3101FF00 | 7101FF0000 |
      | 34       | 74200402   |
      | 37       | 77         |

  @T11 @needs-transport-faults
  Scenario: The same seed again and again
    When "BMS" answers "2701" with "670100112233445566778899AABBCCDDEEFF"
    And Bob confirms installation when prompted
    Then T11 is kept: the tries to unlock are few and apart, nothing is erased

  @T11 @needs-transport-faults
  Scenario Outline: Security access is refused with <nrc>
    When "BMS" answers "<request>" with "7F27<nrc>"
    And Bob confirms installation when prompted
    Then T11 is kept: the tries to unlock are few and apart, nothing is erased

    Examples:
      | request | nrc |
      | 2702    | 35  |
      | 2701    | 37  |

  @T12 @OTS-A3U @OTS-A3S @needs-transport-faults
  Scenario Outline: Routine <routine> finds the image wrong
    When "BMS" answers "3101<routine>" with "7101<routine>01"
    And Bob confirms installation when prompted
    Then T12 is kept: nothing is activated, the old software is kept
    And Bob receives an error notification and is prompted to contact support
    And the system provides troubleshooting options or schedules a retry
    And the old software is intact and the vehicle is usable

    Examples:
      | routine |
      | 0202    |
      | FF01    |

  @T13 @needs-transport-faults
  Scenario Outline: After an abort the control unit does not do what gives the bus back
    When "BMS" answers "<request>" with "<answer>"
    And "BMS" answers "3101F010" with "7FSS22"
    And Bob confirms installation when prompted
    Then T13 is kept: the control unit is found out and brought back, communication and fault storage work again

    Examples:
      | request | answer       |
      | 1001    | 5001003201F4 |
      | 2800    | 6800         |
      | 8501    | C501         |

  @T14 @needs-transport-faults
  Scenario: The gateway blocks the route
    When the gateway carries nothing on to "BMS"
    Then T14 is kept: the installation is refused before anything is erased

  @T15 @needs-transport-faults
  Scenario: Another control unit answers at the address
    When "BMS" answers "22F191" with "62F191494E562D48310000000000000000000000"
    Then T15 is kept: the installation is refused before anything is erased
