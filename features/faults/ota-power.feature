Feature: Faults of the supply during an update, as the updates' fault catalogue lists them (4.5)
  Whatever is cut whenever: every control unit starts complete signed software afterwards, the update can be completed, and the user is
  told the truth.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates

  @needs-flash-faults
  Scenario Outline: The supply of the battery management is cut in operation <operation> on its flash
    Given the fault plan
      | fault     | with                                             |
      | flash-cut | ecu: BMS, operation: <operation>, millis: 500    |
    And the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then the vehicle restarts to apply the update, and Alise is notified once the update is successfully installed and the system is ready for use
    And the vehicle's in-vehicle systems operate with the latest software versions

    Examples:
      | operation |
      | 1         |
      | 3         |
      | 20        |
