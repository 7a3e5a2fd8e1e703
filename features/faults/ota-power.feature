Feature: Faults of the supply during an update, as the updates' fault catalogue lists them (4.5)
  Whatever is cut whenever: every control unit starts complete signed software afterwards, the update can be completed, and the user is
  told the truth.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates

  @ota-W1 @needs-supply-faults
  Scenario Outline: The 12 V battery is lost at <phase>, before anything is erased
    Given the fault plan
      | fault    | with | when                           | for |
      | blackout |      | phase: <phase>, after: <after> | 3 s |
    And the manufacturer releases the update "battery-patch"
    When Alise leads the update to its end
    Then ota-W1 holds: the old software is kept until the user lets the update go on

    Examples:
      | phase       | after  |
      | offer       | 2 s    |
      | metadata    | 0 ms   |
      | download    | 200 ms |
      | consent     | 1 s    |
      | precheck    | 1 ms   |
      | programming | 1 ms   |
      | unlock      | 1 ms   |

  @ota-W2 @needs-supply-faults
  Scenario Outline: The 12 V battery is lost at <phase> <nth> of a control unit with two slots
    Given the fault plan
      | fault    | with | when                                       | for |
      | blackout |      | phase: <phase>, nth: <nth>, after: <after> | 3 s |
    And the manufacturer releases the update "battery-patch"
    When Alise leads the update to its end
    Then ota-W2 holds: each control unit starts its old software, then the update completes or is told as failed

    Examples:
      | phase        | nth | after |
      | erase        | 1   | 1 ms  |
      | erase        | 1   | 40 ms |
      | transfer     | 1   | 1 ms  |
      | transfer     | 2   | 1 ms  |
      | transfer     | 8   | 1 ms  |
      | transfer     | 16  | 1 ms  |
      | exit         | 1   | 1 ms  |
      | check        | 1   | 1 ms  |
      | dependencies | 1   | 1 ms  |

  @ota-W2 @needs-flash-faults
  Scenario Outline: The supply of a control unit with two slots is cut in operation <operation> on its flash
    Given the fault plan
      | fault     | with                                          |
      | flash-cut | ecu: BMS, operation: <operation>, millis: 500 |
    And the manufacturer releases the update "battery-patch"
    When Alise leads the update to its end
    Then ota-W2 holds: each control unit starts its old software, then the update completes or is told as failed

    Examples:
      | operation |
      | 1         |
      | 3         |
      | 20        |

  @ota-W3 @needs-supply-faults
  Scenario Outline: The 12 V battery is lost at <phase> <nth> of a control unit with one slot
    Given the fault plan
      | fault    | with | when                                       | for |
      | blackout |      | phase: <phase>, nth: <nth>, after: <after> | 3 s |
    And the manufacturer releases the update "inverter-patch"
    When Alise leads the update to its end
    Then ota-W3 holds: the control unit waits in its boot loader, then the update is resumed and completes

    Examples:
      | phase    | nth | after |
      | erase    | 1   | 40 ms |
      | transfer | 1   | 1 ms  |
      | transfer | 8   | 1 ms  |
      | transfer | 16  | 1 ms  |
      | exit     | 1   | 1 ms  |
      | check    | 1   | 1 ms  |

  @ota-W4 @needs-supply-faults
  Scenario Outline: The 12 V battery is lost at <phase> <nth>, while <ecu> changes what it starts
    Given the fault plan
      | fault    | with | when                                       | for |
      | blackout |      | phase: <phase>, nth: <nth>, after: <after> | 3 s |
    And the manufacturer releases the update "<release>"
    When Alise leads the update to its end
    Then ota-W4 holds: the control unit runs the old or the new software, never none, and the user knows which

    Examples:
      | ecu | release        | phase | nth | after  |
      | BMS | battery-patch  | mark  | 1   | 0 ms   |
      | BMS | battery-patch  | mark  | 2   | 0 ms   |
      | INV | inverter-patch | mark  | 1   | 0 ms   |
      | INV | inverter-patch | mark  | 2   | 0 ms   |

  @ota-W4 @needs-supply-faults
  Scenario Outline: The 12 V battery is lost <after> after <release> makes the vehicle restart
    Given the fault plan
      | fault    | with | when                                                                               | for |
      | blackout |      | record: SCREEN, where: {view: update.restart, screen: infotainment}, after: <after> | 3 s |
    And the manufacturer releases the update "<release>"
    When Alise leads the update to its end
    Then ota-W4 holds: the control unit runs the old or the new software, never none, and the user knows which

    Examples:
      | release        | after   |
      | battery-patch  | 0 ms    |
      | battery-patch  | 1050 ms |
      | battery-patch  | 1200 ms |
      | battery-patch  | 8 s     |
      | battery-patch  | 13230 ms |
      | inverter-patch | 0 ms    |
      | inverter-patch | 1200 ms |
      | inverter-patch | 8 s     |
      | drive-patch    | 1200 ms |
      | drive-patch    | 13230 ms |

  @ota-W5 @needs-supply-faults @needs-flash-faults
  Scenario Outline: The 12 V battery is lost <after> after the old software of <ecu> begins to be restored
    Given the fault plan
      | fault            | with                  | when                                                                                                               | for |
      | flash-bad-sector | ecu: <ecu>, sector: 0 | phase: programming, of: <ecu>                                                                                      | 3 s |
      | blackout         |                       | record: SCREEN, where: {title: Restoring the previous software, screen: infotainment}, after: <after>              | 3 s |
    And the manufacturer releases the update "<release>"
    When Alise leads the update to its end
    Then ota-W5 holds: the old software is restored and the user is told

    Examples:
      | ecu | release        | after |
      | BMS | battery-patch  | 0 ms  |
      | BMS | battery-patch  | 2 s   |
      | BMS | battery-patch  | 5 s   |
      | INV | inverter-patch | 0 ms  |
      | INV | inverter-patch | 2 s   |
      | INV | inverter-patch | 12 s  |
      | INV | inverter-patch | 60 s  |

  @ota-W6 @needs-supply-faults
  Scenario Outline: The 12 V battery is lost at each erase of <ecu>, three times in a row
    Given the fault plan
      | fault    | with | when                                         | for |
      | blackout |      | phase: erase, of: <ecu>, nth: 1, after: 5 ms | 3 s |
      | blackout |      | phase: erase, of: <ecu>, nth: 2, after: 5 ms | 3 s |
      | blackout |      | phase: erase, of: <ecu>, nth: 3, after: 5 ms | 3 s |
    And the manufacturer releases the update "<release>"
    When Alise leads the update to its end
    Then ota-W6 holds: the loop is broken, the old software is restored and the user is told

    Examples:
      | ecu | release        |
      | BMS | battery-patch  |
      | INV | inverter-patch |

  @ota-W7 @needs-supply-faults
  Scenario Outline: A dip of the supply, <fault> to <volts> V, at <phase>
    Given the fault plan
      | fault   | with           | when                       | for   |
      | <fault> | volts: <volts> | phase: <phase>, nth: <nth> | <for> |
    And the manufacturer releases the update "battery-patch"
    When Alise leads the update to its end
    Then ota-W7 holds: the installation waits or is refused, no image is damaged

    Examples:
      | fault     | volts | phase    | nth | for  |
      | brown-out | 9.0   | precheck | 1   | 5 s  |
      | brown-out | 9.0   | transfer | 4   | 5 s  |
      | brown-out | 8.0   | erase    | 1   | 2 s  |
      | brown-out | 6.5   | transfer | 4   | 5 s  |
      | cranking  | 5.5   | precheck | 1   | 12 s |
      | cranking  | 5.5   | transfer | 4   | 12 s |
      | cranking  | 3.2   | transfer | 4   | 12 s |

  @ota-W8 @needs-supply-faults
  Scenario Outline: The 12 V battery is disconnected for an hour at <phase> of <release>
    Given the fault plan
      | fault    | with | when                          | for |
      | blackout |      | phase: <phase>, after: 1500 ms | 1 h |
    And the manufacturer releases the update "<release>"
    When Alise leads the update to its end
    Then ota-W8 holds: the update completes or is rolled back

    Examples:
      | release        | phase        |
      | battery-patch  | download     |
      | battery-patch  | erase        |
      | inverter-patch | erase        |
      | drive-patch    | dependencies |

  @ota-W9 @needs-supply-faults
  Scenario Outline: <ecu> alone loses its power at <phase>, for <for>
    Given the fault plan
      | fault      | with       | when                                   | for   |
      | supply-cut | ecu: <ecu> | phase: <phase>, of: <ecu>, after: 5 ms | <for> |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-W9 holds: all control units run the new software or all the old

    Examples:
      | ecu | phase    | for  |
      | BMS | transfer | 1 s  |
      | INV | transfer | 1 s  |
      | VCU | transfer | 1 s  |
      | VCU | erase    | 30 s |
      | INV | check    | 30 s |
      | BMS | dependencies | 5 s  |

  @ota-W10 @needs-supply-faults
  Scenario Outline: The 12 V battery is lost right behind what the agent writes into its journal at <view>
    Given the fault plan
      | fault    | with | when                                                               | for |
      | blackout |      | record: SCREEN, where: {view: update.<view>, screen: infotainment} | 3 s |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-W10 holds: the update is resumed and completes, nothing finished is done again

    Examples:
      | view      |
      | available |
      | download  |
      | prepare   |
      | confirm   |
      | install   |
      | restart   |
