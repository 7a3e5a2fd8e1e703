Feature: Over-the-Air Software Updates for In-Vehicle Systems, alternative scenario
  The vehicle is not connected to a stable Wi-Fi or cellular network.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates
    And the manufacturer releases the update "infotainment"
    And the user has received the notification that an OTA update is available

  @OTA-A1 @OTA-A2 @OTA-A3 @OTA-A4 @OTA-Q1
  Scenario: Bob connects to Wi-Fi and retries
    Given the vehicle is not connected to a stable Wi-Fi or cellular network
    When Bob selects "Install Update" on the infotainment screen
    Then the system displays an error message, advising that a stable connection is required
    And Bob was notified of the update while no stable network was there
    When Bob ensures that the vehicle is connected to a Wi-Fi network
    And Bob selects "Retry" on the infotainment screen
    Then the update process goes on with the restored connection
    When Bob confirms the installation once the download is complete
    Then the vehicle's in-vehicle systems operate with the latest software versions

  @OTA-A3 @OTA-A4
  Scenario: Bob enables cellular data and retries
    Given the vehicle is not connected to a stable Wi-Fi or cellular network
    When Bob selects "Install Update" on the infotainment screen
    Then the system displays an error message, advising that a stable connection is required
    When Bob ensures that the vehicle has cellular data enabled
    And Bob selects "Retry" on the infotainment screen
    Then the update process goes on with the restored connection

  @OTA-A2 @OTA-A5
  Scenario: The connection cannot be established and Bob schedules the update
    Given the vehicle is not connected to a stable Wi-Fi or cellular network
    When Bob selects "Install Update" on the infotainment screen
    Then the system displays an error message, advising that a stable connection is required
    When Bob selects "Retry" on the infotainment screen
    Then the system prompts Bob to try again later and allows the option to schedule the update
    When Bob selects "Schedule" on the infotainment screen
    And Bob leaves the vehicle with the ignition off
    And the connection is back before the scheduled time
    And Bob leaves the vehicle with the ignition off
    Then the update is installed within the scheduled window

  @OTA-A4 @needs-uplink-faults
  Scenario Outline: The link drops at <percent> % of the download and the update resumes
    When Bob selects "Install Update" on the infotainment screen
    And the link drops at <percent> % of the download and is back after 90 s
    And Bob selects "Retry" if the system asks him to
    And Bob confirms the installation once the download is complete
    Then the update process goes on with the restored connection
    And the vehicle's in-vehicle systems operate with the latest software versions

    Examples:
      | percent |
      | 1       |
      | 50      |
      | 95      |
