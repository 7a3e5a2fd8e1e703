Feature: Vehicle, user and schedule during an update, as the updates' fault catalogue lists them (4.7)
  What stands in the way is told before anything is erased; what changes afterwards neither tears the software apart nor is hidden.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates

  @ota-D1
  Scenario Outline: With <charge> % of charge the limit of 30 % is exact
    Given the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    And the battery is charged to <charge> %
    When Alise leads the update to its end
    Then ota-D1 holds: the gate is exact before anything is erased, afterwards the update completes or is rolled back

    Examples:
      | charge |
      | 29     |
      | 31     |

  @ota-D1 @needs-plant-faults
  Scenario Outline: The battery has only 12 % left from <phase> on
    Given the fault plan
      | fault      | with        | when                          |
      | charge-low | percent: 12 | phase: <phase>, after: <after> |
    And the manufacturer releases the update "battery-patch"
    When Alise leads the update to its end
    Then ota-D1 holds: the gate is exact before anything is erased, afterwards the update completes or is rolled back

    Examples:
      | phase    | after |
      | offer    | 0 ms  |
      | download | 0 ms  |
      | precheck | 0 ms  |
      | erase    | 0 ms  |
      | transfer | 0 ms  |
      | boot     | 7 s   |

  @ota-D1 @needs-plant-faults
  Scenario Outline: The 12 V battery is empty and nothing charges it from <phase> on
    Given the fault plan
      | fault           | with         | when                          |
      | converter-weak  | percent: 100 | phase: <phase>, after: <after> |
      | low-voltage-low | percent: 1   | phase: <phase>, after: <after> |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-D1 holds: the gate is exact before anything is erased, afterwards the update completes or is rolled back

    Examples:
      | phase    | after |
      | offer    | 0 ms  |
      | download | 0 ms  |
      | transfer | 0 ms  |

  @ota-D2 @needs-people-faults
  Scenario Outline: With 20 % of charge the charger is pulled at <phase>
    Given the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    And the battery is charged to 20 %
    And the vehicle is plugged into a power source
    And the fault plan
      | fault   | with | when           |
      | unplugs |      | phase: <phase> |
    When Alise leads the update to its end
    Then ota-D2 holds: the charger replaces the charge before anything is erased, afterwards the update completes or is rolled back

    Examples:
      | phase    |
      | download |
      | consent  |
      | erase    |
      | transfer |

  @ota-D2
  Scenario: With 20 % of charge a charger is plugged in and the update tried again
    Given the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    And the battery is charged to 20 %
    When Alise leads the update to its end
    And Bob connects the vehicle to a charger
    And Alise tries again until the update is installed
    Then ota-D2 holds: the charger replaces the charge before anything is erased, afterwards the update completes or is rolled back

  @ota-D2
  Scenario: A charger is plugged in while the installation is under way
    Given the manufacturer releases the update "drive-patch"
    When Alise leads the update to the installation
    And Bob connects the vehicle to a charger
    And Alise leads the update to its end
    Then ota-D2 holds: the charger replaces the charge before anything is erased, afterwards the update completes or is rolled back

  @ota-D3 @needs-people-faults
  Scenario Outline: The driver drives off at <phase>
    Given the fault plan
      | fault      | with                    | when           | for  |
      | drives-off | kilometres-per-hour: 20 | phase: <phase> | 30 s |
    And the manufacturer releases the update "<release>"
    When Alise leads the update to its end
    Then ota-D3 holds: a moving vehicle is not updated, a vehicle that is updated does not move

    Examples:
      | release       | phase    |
      | battery-patch | offer    |
      | battery-patch | download |
      | battery-patch | consent  |
      | drive-patch   | erase    |
      | drive-patch   | transfer |
      | drive-patch   | check    |

  @ota-D3-gear
  Scenario: A gear is asked for while the installation is under way
    Given the manufacturer releases the update "drive-patch"
    When Alise leads the update to the installation
    And 4 s pass
    And Bob selects gear D
    And Bob selects gear N
    And Alise leads the update to its end
    Then ota-D3-gear holds: the update completes

  @ota-D4
  Scenario: Navigation guides the driver
    Given the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    And navigation is in use
    When Alise leads the update to its end
    Then ota-D4 holds: the update is refused with its reason before anything is erased

  @ota-D4
  Scenario: Driving assistance is in use
    Given the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    And driving assistance is in use
    When Alise leads the update to its end
    Then ota-D4 holds: the update is refused with its reason before anything is erased

  @ota-D6 @needs-people-faults
  Scenario: The user cancels the download
    Given the fault plan
      | fault   | with | when            | for |
      | cancels |      | phase: download | 2 s |
    And the manufacturer releases the update "infotainment"
    When Alise leads the update to its end
    Then ota-D6 holds: before anything is erased the update can be cancelled, afterwards no screen offers it

  @ota-D6
  Scenario: Nothing can be cancelled once the installation is under way
    Given the manufacturer releases the update "battery-patch"
    When Alise leads the update to its end
    Then ota-D6 holds: before anything is erased the update can be cancelled, afterwards no screen offers it

  @ota-D7
  Scenario: The user puts the offer off and is asked again a day later
    Given the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    When Alise selects "Later" on the infotainment screen
    And Alise leaves the vehicle with the ignition off
    And 86500 s pass
    And Bob is parked with the ignition on
    Then ota-D7 holds: the old software is kept and offered again later

  @ota-D7
  Scenario: The user does not answer and is asked again after the vehicle was off
    Given the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    When Bob turns the vehicle off and on
    Then ota-D7 holds: the old software is kept and offered again later

  @ota-D8
  Scenario: The vehicle moves when the scheduled window opens
    Given the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    When Alise selects "Download Now" on the infotainment screen
    And the download completes
    And Alise selects "Schedule" on the infotainment screen
    And Alise leaves the vehicle with the ignition off
    And 68340 s pass
    And Bob is parked with the ignition on
    And Alise drives at 30 km/h for 120 s
    Then ota-D8 holds: the update is put off and the user is told
    When Bob stops and parks
    Then the update is installed within the scheduled window

  @ota-D8
  Scenario: The vehicle moves when the window opens that was chosen straight from the offer
    Given the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    When Alise selects "Schedule" on the infotainment screen
    And Alise selects "Confirm" on the infotainment screen
    And Alise leaves the vehicle with the ignition off
    And 68340 s pass
    And Bob is parked with the ignition on
    And Alise drives at 30 km/h for 120 s
    Then ota-D8 holds: the update is put off and the user is told
    When Bob stops and parks
    Then the update is installed within the scheduled window

  @ota-D8-download
  Scenario: A window that was chosen straight from the offer and not confirmed is the word to download alone
    Given the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    When Alise selects "Schedule" on the infotainment screen
    And Alise leaves the vehicle with the ignition off
    And 69000 s pass
    And Bob is parked with the ignition on
    And Alise leads the update to its end
    Then ota-D8-download holds: nothing is installed on the word to download

  @ota-D9
  Scenario Outline: <what>
    Given <what>
    And the manufacturer releases the update "battery-patch"
    When Alise looks for updates
    And Alise leads the update to its end
    Then ota-D9 holds: the update is refused with its reason before anything is erased

    Examples:
      | what                                           |
      | the user has no registered account with the vehicle's manufacturer |
      | the user has not consented to receive OTA updates |
      | the vehicle's system does not support OTA updates |

  @ota-D10 @needs-people-faults
  Scenario: Two people choose in the vehicle and in the app at once
    Given the fault plan
      | fault      | with |
      | two-places |      |
    And the manufacturer releases the update "battery-patch"
    And Alise looks for updates
    And the user has received the notification that an OTA update is available
    And 20 s pass
    When Alise leads the update to its end
    And 20 s pass
    Then ota-D10 holds: one choice wins and both screens tell the same

  @ota-D12
  Scenario: The driver comes back while the installation is under way
    Given the manufacturer releases the update "drive-patch"
    When Alise leads the update to the installation
    And Alise leaves the vehicle with the ignition off
    And Bob is parked with the ignition on
    And Alise leads the update to its end
    Then ota-D12 holds: the user is told how long it will take

  @ota-D5 @needs-plant-faults
  Scenario Outline: <what> when the update is to begin
    Given the fault plan
      | fault   | with   | when           |
      | <fault> | <with> | phase: consent |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-D5 holds: the update is refused with its reason before anything is erased

    Examples:
      | what                                  | fault        | with                    |
      | A door is open                        | body-contact | contact: door-open      |
      | The bonnet is open                    | body-contact | contact: bonnet-open    |
      | The vehicle stands on a slope of 13 ° | on-slope     | degrees: 13             |
      | It stands downhill by 13 °            | on-slope     | degrees: -13            |
      | A trailer is plugged in               | body-contact | contact: trailer        |
      | A tester is at the diagnostic plug    | body-contact | contact: tester-plugged |

  @ota-D5-enough @needs-plant-faults
  Scenario: A slope of 12 ° is not too steep
    Given the fault plan
      | fault    | with        |
      | on-slope | degrees: 12 |
    And the manufacturer releases the update "battery-patch"
    When Alise leads the update to its end
    Then ota-D5-enough holds: the update completes

  @ota-D5-again @needs-plant-faults
  Scenario: The door is closed and the update tried again
    Given the fault plan
      | fault        | with               | when           | for  |
      | body-contact | contact: door-open | phase: consent | 10 s |
    And the manufacturer releases the update "battery-patch"
    When Alise leads the update to its end
    And 10 s pass
    And Alise tries again until the update is installed
    Then ota-D5-again holds: the update completes

  @ota-D11 @needs-plant-faults
  Scenario Outline: <what> during the installation
    Given the fault plan
      | fault        | with               | when                          |
      | body-contact | contact: <contact> | phase: <phase>, after: <after> |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-D11 holds: the update completes or is rolled back

    Examples:
      | what                    | contact | phase    | after |
      | An alarm goes off       | alarm   | erase    | 0 ms  |
      | An alarm goes off       | alarm   | transfer | 10 ms |
      | A crash is detected     | crash   | erase    | 0 ms  |
      | A crash is detected     | crash   | transfer | 10 ms |

  @ota-D11-before @needs-plant-faults
  Scenario Outline: <what> before the installation
    Given the fault plan
      | fault        | with               | when           |
      | body-contact | contact: <contact> | phase: consent |
    And the manufacturer releases the update "drive-patch"
    When Alise leads the update to its end
    Then ota-D11-before holds: the update is refused with its reason before anything is erased

    Examples:
      | what                | contact |
      | An alarm goes off   | alarm   |
      | A crash is detected | crash   |
