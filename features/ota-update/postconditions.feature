Feature: Over-the-Air Software Updates for In-Vehicle Systems, postconditions

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates

  @OTA-Q1 @OTA-Q2 @OTA-Q3 @OTA-Q4
  Scenario: After a successful update of the drive control everything works and the system is fully up to date
    Given the manufacturer releases the update "drive"
    And the user has received the notification that an OTA update is available
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then the vehicle's in-vehicle systems operate with the latest software versions
    And the user receives a confirmation notification
    And the vehicle functions optimally with all new features enabled
    And the system is fully up to date

  @OTA-Q3
  Scenario: During the installation the vehicle cannot be driven, and afterwards it can
    Given the manufacturer releases the update "drive"
    And the user has received the notification that an OTA update is available
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    And the installation is under way
    And Alise selects gear D
    Then gear D is refused while the installation is under way
    And the vehicle functions optimally with all new features enabled
    When Alise drives at 50 km/h for 60 s
    Then the vehicle drives without a warning

  @OTA-Q1 @OTA-Q2 @OTA-Q4
  Scenario: A vehicle that is up to date is not offered the update again
    Given the manufacturer releases the update "infotainment"
    And the user has received the notification that an OTA update is available
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then the system is fully up to date
    And the user receives a confirmation notification
    And the vehicle's in-vehicle systems operate with the latest software versions
    When 300 s pass
    Then no update is offered any more

  @OTA-M5 @OTA-Q1 @OTA-Q2
  Scenario: The new software of a control unit is still there after the vehicle has slept
    Given the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the user receives a confirmation notification
    When Alise selects "OK" on the infotainment screen
    And Alise leaves the vehicle with the ignition off
    And 900 s pass
    And Bob turns the vehicle off and on
    Then the vehicle's in-vehicle systems operate with the latest software versions
