Feature: Over-the-Air Software Updates for In-Vehicle Systems, faults of the transport during the installation
  What passes between the gateway and the control unit that is being programmed is lost, late, false or somebody else's; the update
  completes all the same. T1 to T9 are rows of the updates' fault catalogue; each scenario ends with what the row expects.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates
    And the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    When Alise selects "Install Update" on the infotainment screen

  @T1 @OTA-M5 @OTA-Q1 @OTA-Q2 @needs-transport-faults
  Scenario Outline: The transport of requests suffers <what>
    When the transport of requests of "BMS" suffers <what>, once
    And Alise confirms the installation once the download is complete
    Then T1 is kept: the transport repeats, or the installation ends cleanly with the old software
    And the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the vehicle's in-vehicle systems operate with the latest software versions
    And the user receives a confirmation notification

    Examples:
      | what             |
      | lost-frame       |
      | late-frame       |
      | doubled-frame    |
      | reordered-frames |

  @T2 @OTA-M5 @OTA-Q1 @OTA-Q2 @needs-transport-faults
  Scenario Outline: The transport of requests suffers <what>, and the retry succeeds
    When the transport of requests of "BMS" suffers <what>, once
    And Alise confirms the installation once the download is complete
    Then T2 is kept: the transport's timeouts lead to a retry, then to a failure that keeps the old software
    And the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the vehicle's in-vehicle systems operate with the latest software versions
    And the user receives a confirmation notification

    Examples:
      | what            |
      | wrong-number    |
      | no-flow-control |
      | overflow        |

  @T3 @OTA-M5 @OTA-Q1 @OTA-Q2 @needs-transport-faults
  Scenario Outline: The control unit takes the blocks with <what>
    When the transport of requests of "BMS" suffers <what>, once
    And Alise confirms the installation once the download is complete
    Then T3 is kept: the installation completes
    And the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the vehicle's in-vehicle systems operate with the latest software versions
    And the user receives a confirmation notification

    Examples:
      | what         |
      | stmin-127    |
      | block-size-1 |

  @T6 @OTA-M5 @OTA-Q1 @OTA-Q2 @needs-transport-faults
  Scenario: The answer to a block is lost although the block was accepted
    When the first answer of "BMS" to "36" is lost
    And Alise confirms the installation once the download is complete
    Then T6 is kept: the same block is sent again and accepted, the installation completes
    And the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the vehicle's in-vehicle systems operate with the latest software versions
    And the user receives a confirmation notification

  @T8 @OTA-M5 @OTA-Q1 @OTA-Q2 @needs-supply-faults
  Scenario: The control unit resets during the transfer
    When Alise confirms the installation once the download is complete
    And the supply of "BMS" fails for 200 ms during the transfer
    Then T8 is kept: the control unit is erased and transferred to again from its start, the installation completes
    And the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the vehicle's in-vehicle systems operate with the latest software versions
    And the user receives a confirmation notification

  @T9 @OTA-M5 @OTA-Q1 @OTA-Q2 @needs-transport-faults
  Scenario Outline: A second tester sends <request> during the transfer
    When Alise confirms the installation once the download is complete
    And a second tester sends "<request>" to "BMS" during the transfer
    Then T9 is kept: the second tester does not brick the control unit
    And the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the vehicle's in-vehicle systems operate with the latest software versions
    And the user receives a confirmation notification

    Examples:
      | request |
      | 1001    |
      | 1101    |
      | 34      |
