Feature: Groups of control units, storage, clock and host during an update, as the updates' fault catalogue lists them (4.8)
  A group is updated together or not at all; whatever its surroundings do, the agent goes on or says why it does not.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates

  @ota-E1 @needs-flash-faults
  Scenario Outline: <ecu>, one of three, cannot be programmed
    Given the fault plan
      | fault            | with                  | when                          | for   |
      | flash-bad-sector | ecu: <ecu>, sector: 0 | phase: programming, of: <ecu> | <for> |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-E1 holds: the group goes back to the old software and the user is told

    Examples:
      | ecu | for |
      | BMS | 3 s |
      | INV | 3 s |
      | VCU | 3 s |

  @ota-E2 @needs-supply-faults
  Scenario: A control unit of the group is not there
    Given the fault plan
      | fault      | with     | when            |
      | supply-cut | ecu: VCU | phase: download |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-E2 holds: the update is refused with its reason before anything is erased

  @ota-E2 @needs-uds-faults
  Scenario: A control unit was replaced by one of other hardware
    Given the fault plan
      | fault        | with                                                                          |
      | false-answer | ecu: BMS, request: "22F191", answer: "62F191424D532D483220202020202020202020" |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-E2 holds: the update is refused with its reason before anything is erased

  @ota-E2 @needs-uds-faults
  Scenario: A control unit was replaced by one with the serial number of another one
    Given the fault plan
      | fault        | with                                                                        |
      | false-answer | ecu: BMS, request: "22F18C", answer: "62F18C534E2D5643552D3030303030303030" |
      | false-answer | ecu: VCU, request: "22F18C", answer: "62F18C534E2D5643552D3030303030303030" |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-E2 holds: the update is refused with its reason before anything is erased

  @ota-E4 @needs-flash-faults
  Scenario: A control unit with one slot cannot be programmed, nor restored
    Given the fault plan
      | fault            | with                | when                        |
      | flash-bad-sector | ecu: INV, sector: 0 | phase: programming, of: INV |
    And the manufacturer releases the update "inverter-patch"
    When Alise leads the update to its end
    Then ota-E4 holds: the user is warned not to drive, the vehicle does not

  @ota-H1 @needs-ecu-faults
  Scenario Outline: The store for images is full at <phase>
    Given the fault plan
      | fault        | with           | when                          | for  |
      | storage-full | kibibytes: <room> | phase: <phase>, after: <after> | 10 s |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    And 10 s pass
    And Alise tries again until the update is installed
    Then ota-H1 holds: the update is refused with its reason, another try completes once there is room

    Examples:
      | phase | room | after |
      | offer | 0    | 0 ms  |
      | offer | 70   | 0 ms  |

  @ota-H2 @needs-flash-faults
  Scenario Outline: The memory of <ecu> fails: <fault>
    Given the fault plan
      | fault   | with   | when                          | for |
      | <fault> | <with> | phase: programming, of: <ecu> | 3 s |
    And the manufacturer releases the update "<release>"
    When Alise leads the update to its end
    And Alise tries again until the update is installed
    Then ota-H2 holds: the installation fails safely, another try completes

    Examples:
      | ecu | release        | fault            | with                |
      | BMS | battery-patch  | flash-bad-sector | ecu: BMS, sector: 0 |
      | INV | inverter-patch | flash-bad-sector | ecu: INV, sector: 0 |

  @ota-H2-slow @needs-flash-faults
  Scenario: The memory of a control unit is slow
    Given the fault plan
      | fault      | with                |
      | flash-slow | ecu: BMS, factor: 20 |
    And the manufacturer releases the update "battery-patch"
    When Alise leads the update to its end
    Then ota-H2-slow holds: the update completes

  @ota-H3 @needs-ecu-faults
  Scenario Outline: The clock of the vehicle is <what> from <moment> on
    Given the fault plan
      | fault   | with   | when                                       |
      | <fault> | <with> | record: HTTP, where: {path: ".*/<moment>"} |
    And the manufacturer releases the update "battery-patch"
    When Alise leads the update to its end
    And 40 s pass
    Then ota-H3 holds: the update is refused or completes, no control unit is left in between

    Examples:
      | what                | fault       | with                      | moment   |
      | back by a year      | clock-wrong | seconds: -31536000        | events   |
      | forward by 10 years | clock-wrong | seconds: 315360000        | events   |
      | forward by 10 years | clock-wrong | seconds: 315360000        | images/.* |
      | reset to 1970       | clock-wrong | seconds: -1793600000      | events   |
      | too fast by a fifth | clock-drift | parts-per-million: 200000 | events   |

  @ota-H4 @needs-ecu-faults
  Scenario Outline: The agent's unit resets at <phase> <nth>
    Given the fault plan
      | fault     | with     | when                                      |
      | ecu-reset | ecu: TCU | phase: <phase>, nth: <nth>, after: <after> |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-H4 holds: the update is resumed and completes

    Examples:
      | phase        | nth | after  |
      | offer        | 1   | 0 ms   |
      | metadata     | 1   | 0 ms   |
      | download     | 1   | 5 ms   |
      | consent      | 1   | 0 ms   |
      | precheck     | 1   | 0 ms   |
      | programming  | 2   | 1 ms   |
      | unlock       | 4   | 1 ms   |
      | erase        | 2   | 20 ms  |
      | transfer     | 1   | 1 ms   |
      | transfer     | 20  | 1 ms   |
      | exit         | 2   | 1 ms   |
      | check        | 3   | 1 ms   |
      | dependencies | 3   | 1 ms   |
      | mark         | 1   | 0 ms   |
      | mark         | 5   | 0 ms   |

  @ota-E3 @needs-cloud-faults
  Scenario Outline: The order of the images is impossible: <how>
    Given the fault plan
      | fault           | with                                                     |
      | metadata-forged | repository: director, role: targets, forgery: <how> |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-E3 holds: the update is refused with its reason before anything is erased

    Examples:
      | how               |
      | depends-in-circle |
      | depends-on-absent |

  @ota-E5 @open
  Scenario: The gateway is one of the control units of an update
    Given the manufacturer releases an update for the gateway and the battery management
    When Alise leads the update to its end
    Then ota-E5 holds: the update is resumed and completes

  @ota-H5 @needs-ecu-faults
  Scenario Outline: At <phase> the agent meets a journal that newer software wrote
    Given the fault plan
      | fault         | with | when                          |
      | journal-newer |      | phase: <phase>, after: <after> |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-H5 holds: the update completes or is rolled back

    Examples:
      | phase    | after |
      | download | 0 ms  |
      | consent  | 0 ms  |
      | transfer | 10 ms |
      | mark     | 0 ms  |

  @ota-H6 @needs-ecu-faults
  Scenario Outline: The key store is locked from <phase> on, then opened
    Given the fault plan
      | fault       | with | when           | for  |
      | keys-locked |      | phase: <phase> | 60 s |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-H6 holds: the update is refused with its reason before anything is erased

    Examples:
      | phase    |
      | offer    |
      | metadata |
      | download |

  @ota-H7 @needs-ecu-faults
  Scenario: Other programs of the agent's unit flood its log
    Given the fault plan
      | fault     | with                    |
      | log-flood | lines-per-second: 20000 |
    And 1 s pass
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-H7 holds: the update is resumed and completes
