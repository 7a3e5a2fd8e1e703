Feature: Attacks on the images of an update
  What comes for an image is not what the metadata announced. I1 to I5 are rows of the updates' fault catalogue; each scenario ends with
  what the row expects.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates
    And the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available

  @ota-I1 @needs-cloud-faults
  Scenario Outline: A bit of the image is inverted: <which>
    When the next 1 answers to requests for images suffer <which>
    And Alise selects "Install Update" on the infotainment screen
    Then ota-I1 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

    Examples:
      | which      |
      | first-bit  |
      | middle-bit |
      | last-bit   |

  @ota-I1 @OTA-Q1 @needs-cloud-faults
  Scenario: After the refusal of a damaged image the same update completes
    When the next 1 answers to requests for images suffer middle-bit
    And Alise selects "Install Update" on the infotainment screen
    Then ota-I1 is kept: the update is refused as not genuine, nothing is erased, the attack is reported
    When Alise selects "Retry" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then the vehicle's in-vehicle systems operate with the latest software versions

  @ota-I2 @needs-cloud-faults
  Scenario Outline: The image is <how>
    When the next <times> answers to requests for images suffer <how>
    And Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation if the download completes
    Then ota-I2 is kept: the update is refused with its reason, nothing is erased, or it resumes and completes

    Examples:
      | how       | times |
      | truncated | 2     |
      | truncated | 50    |
      | endless   | 50    |
      | doubled   | 1     |

  @ota-I3 @needs-cloud-faults
  Scenario: The image is another
    When the next 50 answers to requests for images suffer other-content
    And Alise selects "Install Update" on the infotainment screen
    Then ota-I3 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-I4 @needs-cloud-faults @open
  Scenario: Both repositories are made to offer an older image
    When the manufacturer releases the update "older"
    And Alise selects "Install Update" on the infotainment screen
    Then ota-I4 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-I5 @open
  Scenario: The same version is offered again
    When the manufacturer releases the update "base"
    And Alise selects "Install Update" on the infotainment screen
    Then ota-I5 is kept: the update resumes and completes
