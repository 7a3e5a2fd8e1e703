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

  @ota-C4-late
  Scenario: The update is withdrawn while it is being installed
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    And the installation is under way
    And the manufacturer withdraws the update
    Then ota-C4-late is kept: the update is installed once

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

  @ota-C7 @needs-uds-faults
  Scenario: A control unit was replaced since the Director last heard of it
    Given Alise leads the update to its end
    And Alise selects "OK" on the infotainment screen
    And the fault plan
      | fault        | with                                                                       |
      | false-answer | ecu: BMS, request: "22F18C", answer: "62F18C534E2D424D532D4E4557303030303020" |
    When the manufacturer releases the update "battery-newer"
    And the user has received the notification that an OTA update is available
    And Alise leads the update to its end
    Then ota-C7 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-C7-again @needs-uds-faults
  Scenario: Once the Director knows the new control unit, it gets its update
    Given Alise leads the update to its end
    And Alise selects "OK" on the infotainment screen
    And the fault plan
      | fault        | with                                                                       |
      | false-answer | ecu: BMS, request: "22F18C", answer: "62F18C534E2D424D532D4E4557303030303020" |
    When the manufacturer releases the update "battery-newer"
    And the user has received the notification that an OTA update is available
    And Alise leads the update to its end
    And 5 seconds pass
    And Alise tries again until the update is installed
    Then ota-C7-again is kept: the update is installed once

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

  @ota-C11 @needs-cloud-faults
  Scenario Outline: The cloud's clock is wrong by <seconds> s
    Given the fault plan
      | fault              | with               |
      | server-clock-wrong | seconds: <seconds> |
    When Alise selects "Install Update" on the infotainment screen
    Then ota-C11 is kept: the update is refused with its reason, nothing is erased

    Examples:
      | seconds   |
      | 600       |
      | -600      |
      | 31536000  |
      | -31536000 |

  @ota-C11-resumed @needs-cloud-faults
  Scenario: The cloud's clock is put right
    Given the fault plan
      | fault              | with          | for  |
      | server-clock-wrong | seconds: 3600 | 20 s |
    When Alise selects "Install Update" on the infotainment screen
    And 30 seconds pass
    And Alise tries again until the update is installed
    Then ota-C11 is kept: the update resumes and completes

  @ota-C12 @needs-cloud-faults
  Scenario: The manufacturer releases a build with the certificate of a test bench
    Given the fault plan
      | fault       | with |
      | wrong-build |      |
    And 1 s pass
    When the manufacturer releases the update "inverter-patch"
    And 40 s pass
    And Alise leads the update to its end
    Then ota-C12 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-C13 @needs-cloud-faults
  Scenario: The consent is withdrawn in the app
    When the user withdraws the consent to OTA updates
    And the next 1 requests for offer are answered with 503
    And Alise selects "Install Update" on the infotainment screen
    Then ota-C13 is kept: the update is refused with its reason, nothing is erased
