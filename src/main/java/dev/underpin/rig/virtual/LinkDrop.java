package dev.underpin.rig.virtual;

import dev.underpin.vehicle.screen.ScreenListener;
import dev.underpin.vehicle.screen.View;
import dev.underpin.vehicle.telematics.Bearer;
import dev.underpin.vehicle.telematics.Uplink;

/** Takes both bearers away when a download has reached a given share, and gives Wi-Fi back when healed. */
final class LinkDrop implements ScreenListener {
    private final Uplink uplink;
    private int percent = Integer.MAX_VALUE;

    LinkDrop(Uplink uplink) {
        this.uplink = uplink;
    }

    void arm(int atPercent) {
        percent = atPercent;
    }

    void heal() {
        percent = Integer.MAX_VALUE;
        uplink.wifi().set(Bearer.Conditions.GOOD_WIFI);
    }

    @Override
    public void shown(String screen, View view) {
        look(view);
    }

    @Override
    public void updated(String screen, View view) {
        look(view);
    }

    @Override
    public void dismissed(String screen, View view) {}

    @Override
    public void pressed(String screen, String button, boolean accepted) {}

    private void look(View view) {
        if (view.id().equals("update.download") && view.progress().orElse(0) >= percent) {
            percent = Integer.MAX_VALUE;
            uplink.wifi().set(Bearer.Conditions.NONE);
            uplink.cellular().set(Bearer.Conditions.NONE);
        }
    }
}
