Feature: Over-the-Air Software Updates for In-Vehicle Systems, faults of the bus during the installation
  The wire to the control unit that is being updated misbehaves for a while; the contract's postconditions hold all the same.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates
    And the manufacturer releases the update "battery"
    And the user has received the notification that an OTA update is available
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    And the installation is under way

  @T7 @OTA-M5 @OTA-Q1 @OTA-Q2 @OTA-Q4 @needs-bit-faults
  Scenario: The control unit being updated goes bus-off, comes back and is updated
    When the controller of "BMS" goes bus-off for 3 s
    Then the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the vehicle's in-vehicle systems operate with the latest software versions
    And the user receives a confirmation notification
    And the system is fully up to date

  @T7 @OTA-M5 @OTA-Q1 @OTA-Q2 @needs-bit-faults
  Scenario: Interference on the bus costs repetitions, not the update
    When interference inverts one bit in 5000 on the drive bus for 200 ms
    Then the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the vehicle's in-vehicle systems operate with the latest software versions
    And the user receives a confirmation notification

  @T7 @OTA-M5 @OTA-Q1 @OTA-Q2 @needs-bus-faults
  Scenario: A babbling idiot takes the bus for a while
    When a node babbles on the drive bus for 2 s
    Then the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the vehicle's in-vehicle systems operate with the latest software versions
    And the user receives a confirmation notification

  @OTA-M5 @OTA-Q1 @OTA-Q2 @needs-bus-faults
  Scenario: Responses that come twice do not disturb the update
    When responses of "BMS" come twice now and then
    Then the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the vehicle's in-vehicle systems operate with the latest software versions
    And the user receives a confirmation notification
