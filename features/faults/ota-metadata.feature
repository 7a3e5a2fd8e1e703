Feature: Attacks on the metadata of an update
  Somebody between the vehicle and the cloud forges the Uptane metadata of the Director or of the Image repository, with nothing but the wire
  or with stolen keys. M1 to M20 are rows of the updates' fault catalogue; each scenario ends with what the row expects.

  Background:
    Given the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates
    And the manufacturer releases the update "infotainment"
    And the user has received the notification that an OTA update is available

  @ota-M1 @needs-cloud-faults
  Scenario Outline: <role> of the <repository> is <how>
    When the <role> metadata of the <repository> is forged: <how>
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M1 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

    Examples:
      | repository | role      | how           |
      | director   | timestamp | unsigned      |
      | director   | snapshot  | unsigned      |
      | director   | targets   | unsigned      |
      | image-repo | targets   | unsigned      |
      | director   | timestamp | bad-signature |
      | image-repo | timestamp | bad-key-id    |
      | image-repo | targets   | foreign-key   |

  @ota-M1 @OTA-Q1 @needs-cloud-faults
  Scenario: When the attack is over the same update completes
    When the targets metadata of the director is forged: unsigned
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M1 is kept: the update is refused as not genuine, nothing is erased, the attack is reported
    When the attack ends
    And Alise selects "Retry" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then the vehicle's in-vehicle systems operate with the latest software versions

  @ota-M2 @needs-cloud-faults
  Scenario Outline: <role> of the <repository> has <how>
    When the <role> metadata of the <repository> is forged: <how>
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M2 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

    Examples:
      | repository | role    | how                |
      | image-repo | targets | one-signature-less |
      | image-repo | targets | same-key-twice     |
      | director   | root    | one-signature-less |
      | director   | root    | same-key-twice     |

  @ota-M3 @needs-cloud-faults
  Scenario Outline: <role> of the <repository> is expired
    When the <role> metadata of the <repository> is forged: expired
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M3 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

    Examples:
      | repository | role      |
      | director   | root      |
      | director   | timestamp |
      | director   | snapshot  |
      | director   | targets   |
      | image-repo | timestamp |
      | image-repo | snapshot  |
      | image-repo | targets   |

  @ota-M4 @needs-cloud-faults
  Scenario Outline: <role> of the <repository> is older than what was accepted
    When Alise selects "Download Now" on the infotainment screen
    And Alise cancels the download
    And the <role> metadata of the <repository> is forged: version-lower
    And Alise selects "Retry" on the infotainment screen
    Then ota-M4 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

    Examples:
      | repository | role      |
      | director   | timestamp |
      | director   | snapshot  |
      | director   | targets   |
      | image-repo | timestamp |
      | image-repo | snapshot  |
      | image-repo | targets   |

  @ota-M5 @needs-cloud-faults
  Scenario Outline: <role> of the <repository> <how>
    When the <role> metadata of the <repository> is forged: <how>
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M5 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

    Examples:
      | repository | role      | how           |
      | director   | snapshot  | lists-nothing |
      | image-repo | snapshot  | lists-another |
      | image-repo | timestamp | lists-nothing |
      | director   | timestamp | lists-another |

  @ota-M6 @needs-cloud-faults
  Scenario: The content of Targets is changed after they were signed
    When the targets metadata of the director is forged: content-changed
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M6 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-M6 @needs-cloud-faults
  Scenario: The content of Timestamp is another although the version is the same
    When Alise selects "Download Now" on the infotainment screen
    And Alise cancels the download
    And the timestamp metadata of the image-repo is forged: version-same
    And Alise selects "Retry" on the infotainment screen
    Then ota-M6 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-M7 @needs-cloud-faults
  Scenario Outline: A Root of the <repository> that does not follow: <how>
    When the root metadata of the <repository> is forged: <how>
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M7 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

    Examples:
      | repository | how             |
      | director   | foreign-key     |
      | image-repo | foreign-key     |
      | director   | unsigned        |
      | director   | version-same    |
      | image-repo | version-skipped |

  @OTA-Q1
  Scenario Outline: The keys of <role> are rotated <times>, and the vehicle follows
    When the manufacturer rotates the <role> keys of the director <times>
    And the manufacturer rotates the <role> keys of the image-repo <times>
    And Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then the vehicle's in-vehicle systems operate with the latest software versions

    Examples:
      | role    | times   |
      | root    | 1 time  |
      | targets | 5 times |

  @ota-M8 @needs-cloud-faults
  Scenario: A fast-forward is recovered from when the keys are rotated
    When the timestamp metadata of the director is forged: version-higher
    And Alise selects "Download Now" on the infotainment screen
    And Alise cancels the download
    And the attack ends
    And Alise selects "Retry" on the infotainment screen
    And the update is refused
    And the manufacturer rotates the timestamp keys of the director 1 time
    And Alise selects "Retry" on the infotainment screen
    And the download completes
    And Alise selects "Install Now" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then the vehicle's in-vehicle systems operate with the latest software versions

  @ota-M9 @needs-cloud-faults
  Scenario: The vehicle is kept on the metadata of yesterday
    When the targets metadata of the director is forged: frozen
    And Alise selects "Download Now" on the infotainment screen
    And Alise cancels the download
    And Bob leaves the vehicle with the ignition off
    And 25 hours pass
    And the vehicle is in park with the ignition on, charged to 80 % and connected to Wi-Fi
    And Alise selects "Retry" on the infotainment screen
    Then ota-M9 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-M10 @needs-cloud-faults
  Scenario Outline: The Director and the Image repository differ: <how>
    When the targets metadata of the director is forged: <how>
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M10 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

    Examples:
      | how            |
      | other-length   |
      | other-hash     |
      | other-hardware |
      | other-release  |

  @ota-M11 @needs-cloud-faults
  Scenario: The Director's keys are stolen and assign a rogue image
    When the targets metadata of the director is forged: other-hash
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M11 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-M12 @needs-cloud-faults
  Scenario: The Image repository's keys are stolen and vouch for rogue images
    When the targets metadata of the image-repo is forged: every-hash
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M12 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-M13 @needs-cloud-faults
  Scenario Outline: The keys of both repositories were stolen and are rotated: what they sign is refused
    When the manufacturer rotates the targets keys of the director 1 time
    And the manufacturer rotates the targets keys of the image-repo 1 time
    And the targets metadata of the <repository> is forged: every-hash
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M13 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

    Examples:
      | repository |
      | director   |
      | image-repo |

  @ota-M14 @needs-cloud-faults
  Scenario: The Director delegates
    When the targets metadata of the director is forged: delegates
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M14 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-M15 @needs-cloud-faults
  Scenario Outline: The Director's Targets: <how>
    When the targets metadata of the director is forged: <how>
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M15 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

    Examples:
      | how            |
      | unit-twice     |
      | unit-unknown   |
      | other-hardware |

  @ota-M16 @needs-cloud-faults
  Scenario Outline: <role> of the <repository> is no metadata of that role: <how>
    When the <role> metadata of the <repository> is forged: <how>
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M16 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

    Examples:
      | repository | role      | how          |
      | director   | targets   | other-role   |
      | image-repo | snapshot  | other-role   |
      | director   | timestamp | oversized    |
      | image-repo | targets   | oversized    |
      | director   | timestamp | deep-nesting |
      | image-repo | timestamp | invalid-json |
      | director   | timestamp | name-twice   |

  @ota-M17 @needs-cloud-faults
  Scenario Outline: The name of an image: <how>
    When the targets metadata of the director is forged: <how>
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M17 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

    Examples:
      | how          |
      | path-in-name |
      | odd-name     |

  @ota-M18 @needs-cloud-faults
  Scenario: An image of the bundle is withheld
    When the next 20 requests for images are answered with 404
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M18 is kept: the update is refused with its reason, nothing is erased, the attack is reported

  @ota-M14 @needs-cloud-faults
  Scenario: The Image repository delegates, to nobody that this vehicle knows
    When the targets metadata of the image-repo is forged: delegates
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M14 is kept: the update is refused as not genuine, nothing is erased, the attack is reported

  @ota-M19 @needs-ecu-faults
  Scenario Outline: The Primary lies to a control unit: it hands over another image than it verified, <how>
    Given the fault plan
      | fault         | with                        | when            |
      | image-altered | ecu: IVI, alteration: <how> | phase: <moment> |
    When Alise leads the update to its end
    Then ota-M19 is kept: the control unit refuses it, the old software is restored and the user is told

    Examples:
      | how        | moment   |
      | bit        | consent  |
      | other-unit | precheck |

  @ota-M20 @needs-ecu-faults
  Scenario Outline: Whoever tells the vehicle the time lies by <hours> hours
    When the vehicle's clock is wrong by <hours> hours
    And Alise selects "Install Update" on the infotainment screen
    Then ota-M20 is kept: the update is refused with its reason, nothing is erased

    Examples:
      | hours |
      | -25   |
      | 87600 |
