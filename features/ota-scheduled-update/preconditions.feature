Feature: Over-the-Air Software Updates, preconditions with app and schedule

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has an active account in the vehicle's companion app with permissions for software updates

  @OTS-P1
  Scenario: Without reliable connectivity the update is refused
    Given the manufacturer releases the update "infotainment"
    And Bob has received the notification that a software update is available
    And the vehicle has poor connectivity
    When Bob selects "Install Update" on the infotainment screen
    Then the update is refused because of "network"

  @OTS-P2
  Scenario Outline: With <charge> % of charge and no charger the update is <answer>
    Given the manufacturer releases the update "infotainment"
    And Bob has received the notification that a software update is available
    And the battery is charged to <charge> %
    When Bob selects "Install Update" on the infotainment screen
    Then an update with <charge> % of charge is <answer>

    Examples:
      | charge | answer   |
      | 29     | refused  |
      | 30     | accepted |
      | 31     | accepted |

  @OTS-P2
  Scenario: With low charge but on a charger the update is accepted
    Given the manufacturer releases the update "infotainment"
    And Bob has received the notification that a software update is available
    And the battery is charged to 15 %
    And the vehicle is plugged into a power source
    When Bob selects "Install Update" on the infotainment screen
    Then an update with 15 % of charge is accepted

  @OTS-P3
  Scenario: Without permission for software updates nothing is offered
    Given the user has not consented to receive OTA updates
    And the manufacturer releases the update "infotainment"
    When Alice looks for updates
    Then the update is refused because of "consent-missing"

  @OTS-P3
  Scenario: Without an active account nothing is offered
    Given the user has no registered account with the vehicle's manufacturer
    And the manufacturer releases the update "infotainment"
    When Alice looks for updates
    Then the update is refused because of "account-not-registered"
