Feature: Attacks on the images of an update
  What comes for an image is not what the metadata announced. I1 to I10 are rows of the updates' fault catalogue; each scenario ends with
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
    Then ota-I2 is kept: <outcome>

    Examples:
      | how       | times | outcome                                                  |
      | truncated | 2     | the update resumes and completes                         |
      | truncated | 50    | the update is refused with its reason, nothing is erased |
      | endless   | 50    | the update is refused with its reason, nothing is erased |
      | doubled   | 1     | the update is refused with its reason, nothing is erased |

  @ota-I3 @needs-cloud-faults
  Scenario: The image is another
    When the next 50 answers to requests for images suffer other-content
    And Alise selects "Install Update" on the infotainment screen
    Then ota-I3 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-I4
  Scenario: Both repositories offer an older image, as the maker signed it
    When the manufacturer releases the update "older"
    And 40 s pass
    And Alise leads the update to its end
    Then ota-I4 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-I4-counter @needs-ecu-faults
  Scenario: An older image of the maker gets past the vehicle's own check: the control unit counts releases itself
    Given the fault plan
      | fault         | with                        | when           |
      | image-altered | ecu: BMS, alteration: older | phase: consent |
    When Alise leads the update to its end
    Then ota-I4-counter is kept: the control unit refuses it, the old software is restored and the user is told

  @ota-I5
  Scenario: The same version is offered again
    When the manufacturer releases the update "base"
    And 40 s pass
    And Alise leads the update to its end
    Then ota-I5 is kept: what is up to date is told so, nothing is erased

  @ota-I6 @needs-cloud-faults
  Scenario Outline: A delta comes that the vehicle has no base for, <times> times
    When the next <times> answers to requests for images suffer delta
    And Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation if the download completes
    Then ota-I6 is kept: <outcome>

    Examples:
      | times | outcome                                                  |
      | 1     | the update resumes and completes                         |
      | 100   | the update is refused with its reason, nothing is erased |

  @ota-I7 @needs-cloud-faults
  Scenario: What comes is enciphered with another key
    When the next 50 answers to requests for images suffer enciphered
    And Alise selects "Install Update" on the infotainment screen
    Then ota-I7 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-I8 @needs-ecu-faults
  Scenario Outline: The new software does not work: <fault>
    Given the fault plan
      | fault   | with     | when           |
      | <fault> | ecu: BMS | phase: consent |
    When Alise leads the update to its end
    Then ota-I8 is kept: the old software is restored and the user is told

    Examples:
      | fault              |
      | new-software-loops |
      | new-software-hangs |

  @ota-I8 @needs-uds-faults
  Scenario: The new software finds a fault that was not there before
    Given the fault plan
      | fault        | with                                                | when                 |
      | false-answer | ecu: BMS, request: "1902", answer: "5902FF0A0A1B09" | phase: boot, of: BMS |
    When Alise leads the update to its end
    Then ota-I8 is kept: the old software is restored and the user is told

  @ota-I9 @needs-ecu-faults
  Scenario Outline: The image changes between its verification and its installation: <how>
    Given the fault plan
      | fault         | with                        | when           |
      | image-altered | ecu: BMS, alteration: <how> | phase: consent |
    When Alise leads the update to its end
    Then ota-I9 is kept: the control unit refuses it, the old software is restored and the user is told

    Examples:
      | how        |
      | bit        |
      | other-unit |

  @ota-I10 @needs-cloud-faults
  Scenario: What comes swells when it is decompressed
    When the next 50 answers to requests for images suffer bomb
    And Alise selects "Install Update" on the infotainment screen
    Then ota-I10 is kept: the update is refused as not genuine, nothing is erased, the attack is reported
