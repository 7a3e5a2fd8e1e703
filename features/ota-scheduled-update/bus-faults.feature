Feature: Over-the-Air Software Updates, a control unit that is off the bus for too long

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has an active account in the vehicle's companion app with permissions for software updates
    And the manufacturer releases the update "battery"
    And Bob has received the notification that a software update is available

  @OTS-A3U @OTS-A3S @OTS-Q1 @needs-bit-faults
  Scenario: The failure is told, the old software runs, and the retry succeeds
    When Bob selects "Install Update" on the infotainment screen
    And Bob confirms installation when prompted
    And the installation is under way
    And the controller of "BMS" goes bus-off for 35 s
    Then Bob receives an error notification and is prompted to contact support
    And the system provides troubleshooting options or schedules a retry
    And the old software is intact and the vehicle is usable
    When Bob selects "Retry" on the infotainment screen
    And Bob confirms installation when prompted
    Then the vehicle's software is fully updated with the latest features, improvements, and security patches
