Feature: Faults of the cloud during an update
  The cloud answers with errors, with the metadata of another vehicle, or takes the update back. C1 to C13 are rows of the updates' fault
  catalogue; each scenario ends with what the row expects.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates
    And the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available

  @ota-C1 @needs-cloud-faults
  Scenario Outline: <times> requests for <what> are answered with <status>
    When the next <times> requests for <what> are answered with <status>
    And Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation if the download completes
    Then ota-C1 is kept: <outcome>

    Examples:
      | what     | status | times | outcome                                                  |
      | metadata | 500    | 3     | the update resumes and completes                         |
      | metadata | 503    | 5     | the update resumes and completes                         |
      | images   | 502    | 3     | the update resumes and completes                         |
      | images   | 429    | 3     | the update resumes and completes                         |
      | images   | 503    | 100   | the update is refused with its reason, nothing is erased |

  @ota-C2 @needs-cloud-faults
  Scenario Outline: <times> requests for <what> are answered with <status>
    When the next <times> requests for <what> are answered with <status>
    And Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation if the download completes
    Then ota-C2 is kept: <outcome>

    Examples:
      | what     | status | times | outcome                                                  |
      | images   | 401    | 1     | the update resumes and completes                         |
      | images   | 401    | 100   | the update is refused with its reason, nothing is erased |
      | images   | 403    | 1     | the update is refused with its reason, nothing is erased |
      | metadata | 401    | 1     | the update resumes and completes                         |
      | metadata | 403    | 1     | the update is refused with its reason, nothing is erased |

  @ota-C3 @needs-cloud-faults
  Scenario: The image is not there
    When the next 100 requests for images are answered with 404
    And Alise selects "Install Update" on the infotainment screen
    Then ota-C3 is kept: the update is refused with its reason, nothing is erased

  @ota-C4 @needs-cloud-faults
  Scenario: The update is withdrawn before the user confirms
    When the next 1 requests for images are answered with 503
    And Alise selects "Download Now" on the infotainment screen
    And 5 seconds pass
    And the manufacturer withdraws the update
    Then ota-C4 is kept: the update is refused with its reason, nothing is erased

  @ota-C5 @needs-cloud-faults
  Scenario: Targets of another vehicle
    When the targets metadata of the director is forged: other-vehicle
    And Alise selects "Install Update" on the infotainment screen
    Then ota-C5 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-C6 @needs-cloud-faults
  Scenario: Targets for a control unit that the vehicle does not have
    When the targets metadata of the director is forged: unit-unknown
    And Alise selects "Install Update" on the infotainment screen
    Then ota-C6 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-C8 @needs-cloud-faults
  Scenario: The report of the vehicle comes a second time
    When the next request for the manifest reaches the cloud twice
    And Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then ota-C8 is kept: the second report is dropped

  @ota-C9 @needs-cloud-faults
  Scenario Outline: The offer comes again at <phase>
    Given the fault plan
      | fault      | with                                      | when           |
      | old-answer | path: ".*/mailbox.*", holding: ".*offer.*" | phase: <phase> |
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then ota-C9 is kept: the update is installed once

    Examples:
      | phase       |
      | download    |
      | programming |

  @ota-C9
  Scenario: Another offer comes while the installation is under way
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    And the installation is under way
    And the manufacturer releases the update "inverter-patch"
    Then ota-C9 is kept: the update is installed once
    When Alise selects "OK" on the infotainment screen
    Then the user has received the notification that an OTA update is available

  @ota-C10 @OTA-Q1 @needs-cloud-faults
  Scenario: Events cannot be delivered for a while
    When the next 8 requests for events are answered with 503
    And Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then ota-C10 is kept: the update resumes and completes
    And the vehicle's in-vehicle systems operate with the latest software versions

  @ota-C13 @needs-cloud-faults
  Scenario: The consent is withdrawn in the app
    When the user withdraws the consent to OTA updates
    And the next 1 requests for offer are answered with 503
    And Alise selects "Install Update" on the infotainment screen
    Then ota-C13 is kept: the update is refused with its reason, nothing is erased
