Feature: What stands beside a session of remote diagnostics, as the diagnostics' fault catalogue lists it (O1 to O3)
  Updates, appointments and reports.

  Background:
    Given the vehicle has the latest software and hardware to support remote diagnostics
    And Bob is registered in the system with valid contact details
    And a stable internet connection is there
    And the vehicle's onboard diagnostic interface is enabled
    And Bob is parked with the ignition on
    And 15 s pass

  @diag-O1
  Scenario: Diagnostics is asked for while an update is being installed
    Given the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates
    And the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    When Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    And the installation is under way
    And Bob contacts technical support by the mobile app
    Then diag-O1 is kept: an update and a session are never under way together

  @diag-O1 @RD-M3
  Scenario: An update is confirmed while a session is open
    Given the user has a registered account with the vehicle's manufacturer and has consented to receive OTA updates
    And the manufacturer releases the update "battery-patch"
    And the user has received the notification that an OTA update is available
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise selects "Install Update" on the infotainment screen
    And Alise confirms the installation once the download is complete
    Then diag-O1 is kept: an update and a session are never under way together

  @diag-O2 @RD-M3
  Scenario Outline: The wished appointment cannot be had: <why>
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise asks for an appointment at "<wish>"
    And 5 s pass
    And Alise asks for an appointment at "<second>"
    Then diag-O2 is kept: another slot or try is offered, and no appointment is shown that there is not

    Examples:
      | why                             | wish                      | second               |
      | the slot is not free            | 2026-11-07T09:00:00Z      | 2026-11-03T11:00:00Z |
      | nine o'clock in another zone    | 2026-11-03T09:00:00+02:00 | 2026-11-03T09:00:00Z |
      | the slot is over                | 2026-10-25T09:00:00Z      |                      |

  @diag-O2 @RD-M3 @needs-cloud-faults
  Scenario: The appointment service is down
    Given the fault plan
      | fault        | with                                                |
      | cloud-status | path: "/desk/.*/appointments", status: 503, times: 1 |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise asks for an appointment at "2026-11-03T09:00:00Z"
    And 5 s pass
    And Alise asks for an appointment at "2026-11-03T09:00:00Z"
    Then diag-O2 is kept: another slot or try is offered, and no appointment is shown that there is not

  @diag-O3 @RD-M3 @needs-uplink-faults
  Scenario: The user cannot be reached for the report
    Given the fault plan
      | fault     | when                                               | for     |
      | link-down | record: HTTP, where: {leg: desk, path: ".*/close"} | 12 min |
    When Bob presses the "Diagnostics" button on the car's infotainment screen
    And Bob allows the sharing of diagnostic data
    And Alise has received the vehicle's diagnostic data
    And Alise closes the session as "follow-up"
    And 660 s pass
    And Alise looks into the team's inbox
    And 300 s pass
    And Alise looks into the team's inbox
    Then diag-O3 is kept: the report is kept and flagged until the user has it, and nothing else is claimed
