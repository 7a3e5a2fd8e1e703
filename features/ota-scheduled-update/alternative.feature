Feature: Over-the-Air Software Updates, alternative scenario with app and schedule

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has an active account in the vehicle's companion app with permissions for software updates
    And the manufacturer releases the update "infotainment"
    And Bob has received the notification that a software update is available

  @OTS-A1U @OTS-A1S @OTS-A2U @OTS-A2S
  Scenario: Bob attempts the update with a low battery and connects a charger
    Given the battery is charged to 20 %
    When Bob selects "Install Update" on the infotainment screen
    Then the system notifies Bob of the issue and recommends connecting to a charger or switching to a stronger Wi-Fi network
    When Bob connects the vehicle to a charger
    And Bob selects "Retry" on the infotainment screen
    And Bob confirms installation when prompted
    Then the system resumes the update process once conditions are met
    And Bob had attempted the update with low battery or poor connectivity
    And Bob had improved the conditions before he tried again

  @OTS-A1U @OTS-A1S @OTS-A2U @OTS-A2S
  Scenario: Bob attempts the update with poor connectivity and finds a stronger Wi-Fi network
    Given the vehicle has poor connectivity
    When Bob selects "Install Update" on the infotainment screen
    Then the system notifies Bob of the issue and recommends connecting to a charger or switching to a stronger Wi-Fi network
    When Bob improves the network connection
    And Bob selects "Retry" on the infotainment screen
    And Bob confirms installation when prompted
    Then the system resumes the update process once conditions are met
    And Bob had attempted the update with low battery or poor connectivity
    And Bob had improved the conditions before he tried again

  @OTS-A3U @OTS-A3S @needs-flash-faults
  Scenario: An installation error occurs, the old software comes back, and Bob is offered help
    Given the flash of "IVI" fails to program
    When Bob selects "Install Update" on the infotainment screen
    And Bob confirms installation when prompted
    Then Bob receives an error notification and is prompted to contact support
    And the system provides troubleshooting options or schedules a retry
    And the old software is intact and the vehicle is usable
