Feature: Over-the-Air Software Updates, installation errors in one of several control units

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has an active account in the vehicle's companion app with permissions for software updates
    And the manufacturer releases the update "drive"
    And Bob has received the notification that a software update is available

  @OTS-A3U @OTS-A3S @needs-flash-faults
  Scenario Outline: When <ecu> fails, the whole group goes back to the old software
    Given the flash of "<ecu>" fails to program
    When Bob selects "Install Update" on the infotainment screen
    And Bob confirms installation when prompted
    Then Bob receives an error notification and is prompted to contact support
    And the system provides troubleshooting options or schedules a retry
    And the old software is intact and the vehicle is usable

    Examples:
      | ecu |
      | VCU |
      | BMS |

  @OTS-A3S @OTS-Q1 @needs-flash-faults
  Scenario: The retry succeeds once the cause is gone
    Given the flash of "BMS" fails to program
    When Bob selects "Install Update" on the infotainment screen
    And Bob confirms installation when prompted
    Then the system provides troubleshooting options or schedules a retry
    When the flash of "BMS" works again
    And Bob selects "Retry" on the infotainment screen
    And Bob confirms installation when prompted
    Then the vehicle's software is fully updated with the latest features, improvements, and security patches
