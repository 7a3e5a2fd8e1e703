Feature: Over-the-Air Software Updates for In-Vehicle Systems, main scenario
  The vehicle receives software updates remotely, without the need for physical connection to a service center.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates

  @OTA-G1 @OTA-M1 @OTA-M2 @OTA-M3 @OTA-M4 @OTA-M5 @OTA-Q1 @OTA-Q2
  Scenario: Alise updates infotainment, navigation and drive control over the air
    Given the manufacturer releases the update "full"
    Then Alise receives a notification on the vehicle's infotainment screen stating that an OTA update is available
    When Alise selects "Install Update" on the infotainment screen
    Then the vehicle's system begins downloading the update over a Wi-Fi or cellular connection
    And once the download is complete, the system prompts Alise to confirm installation
    When Alise selects "Confirm" on the infotainment screen
    Then the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the vehicle's in-vehicle systems operate with the latest software versions
    And the user receives a confirmation notification
    And infotainment, navigation and drive control were updated without a physical connection

  @OTA-M3 @OTA-M4 @OTA-M5
  Scenario: Alise updates over cellular data
    Given Wi-Fi is off and cellular data is on
    And the manufacturer releases the update "infotainment"
    Then Alise receives a notification on the vehicle's infotainment screen stating that an OTA update is available
    When Alise selects "Install Update" on the infotainment screen
    Then the vehicle's system begins downloading the update over a Wi-Fi or cellular connection
    And once the download is complete, the system prompts Alise to confirm installation
    When Alise selects "Confirm" on the infotainment screen
    Then the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
