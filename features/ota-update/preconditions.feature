Feature: Over-the-Air Software Updates for In-Vehicle Systems, preconditions
  What is not met is refused, with the reason; nothing is erased or written.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates

  @OTA-P1
  Scenario: Without Wi-Fi and cellular data the update is refused
    Given the manufacturer releases the update "infotainment"
    And the user has received the notification that an OTA update is available
    And the vehicle has neither Wi-Fi nor cellular data
    When Alise selects "Install Update" on the infotainment screen
    Then the update is refused because of "network"

  @OTA-P2
  Scenario: A vehicle whose system does not support OTA updates is refused
    Given the vehicle's system does not support OTA updates
    And the manufacturer releases the update "infotainment"
    When Alise looks for updates
    Then the update is refused because of "ota-not-supported"

  @OTA-P3
  Scenario: A user without a registered account is refused
    Given the user has no registered account with the vehicle's manufacturer
    And the manufacturer releases the update "infotainment"
    When Alise looks for updates
    Then the update is refused because of "account-not-registered"

  @OTA-P3
  Scenario: A user who has not consented to OTA updates is refused
    Given the user has not consented to receive OTA updates
    And the manufacturer releases the update "infotainment"
    When Alise looks for updates
    Then the update is refused because of "consent-missing"

  @OTA-P4
  Scenario: Not enough battery charge and no charger: refused
    Given the manufacturer releases the update "infotainment"
    And the user has received the notification that an OTA update is available
    And the battery is charged to 29 %
    When Alise selects "Install Update" on the infotainment screen
    Then the update is refused because of "battery"

  @OTA-P4
  Scenario: Not enough battery charge, but plugged into a power source: accepted
    Given the manufacturer releases the update "infotainment"
    And the user has received the notification that an OTA update is available
    And the battery is charged to 12 %
    And the vehicle is plugged into a power source
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then the vehicle's in-vehicle systems operate with the latest software versions
    And low battery charge does not stop an update on a charger

  @OTA-P5
  Scenario: Not in park: refused
    Given the manufacturer releases the update "infotainment"
    And the user has received the notification that an OTA update is available
    And the vehicle is driven at 30 km/h
    When Alise selects "Install Update" on the infotainment screen
    Then the update is refused because of "not-parked"

  @OTA-P5
  Scenario: Navigation in use: refused
    Given the manufacturer releases the update "infotainment"
    And the user has received the notification that an OTA update is available
    And navigation is in use
    When Alise selects "Install Update" on the infotainment screen
    Then the update is refused because of "navigation-active"

  @OTA-P5
  Scenario: Driving assistance in use: refused
    Given the manufacturer releases the update "infotainment"
    And the user has received the notification that an OTA update is available
    And driving assistance is in use
    When Alise selects "Install Update" on the infotainment screen
    Then the update is refused because of "driving-assistance-active"
