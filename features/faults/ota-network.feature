Feature: Faults of the network during an update
  The link goes away, is slow, lies about its length or leads somewhere else. N1 to N14 are rows of the updates' fault catalogue; each
  scenario ends with what the row expects.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates
    And the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available

  @ota-N1 @needs-uplink-faults
  Scenario: There is no link at the start
    When the radio link suffers link-down
    And Alise selects "Install Update" on the infotainment screen
    Then ota-N1 is kept: the update is refused with its reason, nothing is erased

  @ota-N2 @OTA-Q1 @needs-uplink-faults
  Scenario Outline: The link drops at <percent> % of the download
    Given the manufacturer releases the update "battery"
    And 40 s pass
    When Alise selects "Install Update" on the infotainment screen
    And the link drops at <percent> % of the download and is back after 5 s
    And Alise selects "Retry" if the system asks him to
    And Alise confirms the installation once the download is complete
    Then ota-N2 is kept: the update resumes and completes
    And the vehicle's in-vehicle systems operate with the latest software versions

    Examples:
      | percent |
      | 1       |
      | 50      |
      | 95      |

  @ota-N3 @needs-uplink-faults
  Scenario: The link comes and goes
    When Alise selects "Install Update" on the infotainment screen
    And the download begins
    And the radio link suffers link-flapping 700
    And 20 seconds pass
    And the trouble ends
    And 40 seconds pass
    And Alise selects "Retry" if the system asks him to
    And Alise confirms the installation once the download is complete
    Then ota-N3 is kept: the update resumes and completes

  @ota-N4 @needs-uplink-faults
  Scenario Outline: The link suffers <what> <much>
    When the radio link suffers <what> <much>
    And Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then ota-N4 is kept: the update resumes and completes

    Examples:
      | what         | much |
      | link-latency | 300  |
      | link-loss    | 5    |

  @ota-N4 @needs-uplink-faults
  Scenario: From Wi-Fi to cellular and back in the middle of a download over a slow link
    Given the manufacturer releases the update "battery"
    And 40 s pass
    When the radio link suffers link-slow 200000
    And Alise selects "Install Update" on the infotainment screen
    And the download begins
    And 4 s pass
    And Wi-Fi is off and cellular data is on
    And 4 s pass
    And a stable internet connection is there
    And Alise confirms the installation once the download is complete
    Then ota-N4 is kept: the update resumes and completes

  @ota-N5 @needs-uplink-faults
  Scenario: The link carries one byte a second
    When Alise selects "Install Update" on the infotainment screen
    And the download begins
    And the radio link suffers link-slow 1
    And 15 minutes pass
    And the trouble ends
    Then ota-N5 is kept: the update is refused with its reason, nothing is erased, the attack is reported

  @ota-N6 @needs-uplink-faults
  Scenario: Connections are half open for a minute
    When Alise selects "Install Update" on the infotainment screen
    And the download begins
    And the radio link suffers link-half-open
    And 70 seconds pass
    And the trouble ends
    And Alise selects "Retry" if the system asks him to
    And Alise confirms the installation once the download is complete
    Then ota-N6 is kept: the update resumes and completes

  @ota-N9 @needs-cloud-faults
  Scenario Outline: A captive portal answers for <what>
    When the next 100 answers to requests for <what> suffer portal
    And Alise selects "Install Update" on the infotainment screen
    Then ota-N9 is kept: the update is refused with its reason, nothing is erased

    Examples:
      | what     |
      | metadata |
      | images   |

  @ota-N10 @needs-cloud-faults
  Scenario Outline: The answers for <what> are <how>
    When the next <times> answers to requests for <what> suffer <how>
    And Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation if the download completes
    Then ota-N10 is kept: <outcome>

    Examples:
      | what     | how          | times | outcome                                                  |
      | metadata | truncated    | 2     | the update resumes and completes                         |
      | metadata | doubled      | 2     | the update is refused with its reason, nothing is erased |
      | metadata | reordered    | 2     | the update is refused with its reason, nothing is erased |
      | metadata | length-wrong | 2     | the update is refused with its reason, nothing is erased |
      | metadata | endless      | 2     | the update is refused with its reason, nothing is erased |
      | images   | truncated    | 1     | the update resumes and completes                         |
      | images   | doubled      | 1     | the update is refused with its reason, nothing is erased |
      | images   | reordered    | 1     | the update is refused with its reason, nothing is erased |
      | images   | length-wrong | 1     | the update resumes and completes                         |

  @ota-N11 @needs-cloud-faults
  Scenario Outline: The file behind the range: <how>
    When the next <times> answers to requests for images suffer <how>
    And Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation if the download completes
    Then ota-N11 is kept: <outcome>

    Examples:
      | how           | times | outcome                                                  |
      | range-ignored | 100   | the update resumes and completes                         |
      | range-refused | 1     | the update resumes and completes                         |
      | range-refused | 100   | the update is refused with its reason, nothing is erased |
      | etag-changed  | 1     | the update resumes and completes                         |

  @ota-N12 @needs-cloud-faults
  Scenario Outline: Requests for <what> suffer <how>
    When the next 100 answers to requests for <what> suffer <how>
    And Alise selects "Install Update" on the infotainment screen
    Then ota-N12 is kept: the update is refused with its reason, nothing is erased

    Examples:
      | what     | how              |
      | metadata | redirect-loop    |
      | metadata | redirect-foreign |
      | images   | redirect-loop    |
      | images   | redirect-foreign |

  @ota-N13 @OTA-Q1 @needs-uplink-faults
  Scenario: The link is lost before the report
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    And the installation is under way
    And the radio link suffers link-down
    And the installation completes
    And the trouble ends
    Then the vehicle's in-vehicle systems operate with the latest software versions
    And ota-N13 is kept: the update resumes and completes

  @ota-N14 @needs-uplink-faults
  Scenario: The link is lost during the installation
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    And the installation is under way
    And the radio link suffers link-down
    Then ota-N14 is kept: the update resumes and completes
    When the trouble ends

  @ota-N7 @needs-uplink-faults
  Scenario: Names lead nowhere
    When the radio link suffers name-unknown
    And Alise selects "Install Update" on the infotainment screen
    Then ota-N7 is kept: the update is refused with its reason, nothing is erased

  @ota-N7-resumed @needs-uplink-faults
  Scenario: In the middle of the download names lead nowhere for a while
    Given the fault plan
      | fault        | when            | for  |
      | name-unknown | phase: download | 10 s |
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then ota-N7 is kept: the update resumes and completes

  @ota-N7 @ota-N8 @needs-uplink-faults
  Scenario Outline: Somebody else answers in the cloud's name, with the proof: <pretence>
    Given the fault plan
      | fault    | with                 |
      | impostor | pretence: <pretence> |
    When Alise selects "Install Update" on the infotainment screen
    Then ota-N8 is kept: the update is refused with its reason, nothing is erased

    Examples:
      | pretence          |
      | self-signed       |
      | foreign-authority |
      | expired           |
      | other-host        |
      | old-protocol      |
      | hang-up           |
