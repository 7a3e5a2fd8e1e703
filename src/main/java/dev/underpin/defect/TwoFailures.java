package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.ecu.flash.Banks;
import dev.underpin.vehicle.ecu.flash.Flash;
import dev.underpin.vehicle.ecu.flash.FlashAround;
import dev.underpin.vehicle.ecu.flash.FlashOutcome;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.View;
import dev.underpin.vehicle.telematics.HttpExchange;
import java.util.function.Consumer;

/** A vehicle that overstates its progress, but only when an exchange has failed and the battery's flash has lost its supply. */
final class TwoFailures implements Fitting {
    private static final int TOO_MUCH = 101;

    private boolean exchangeFailed;
    private boolean supplyLost;

    @Override
    public HttpExchange exchange(HttpExchange exchange) {
        return request -> {
            try {
                return exchange.exchange(request);
            } catch (HttpExchange.ExchangeFailed failed) {
                exchangeFailed = true;
                throw failed;
            }
        };
    }

    @Override
    public Banks banks(String ecu, Banks banks) {
        return ecu.equals("BMS") ? banks.decorated((slot, flash) -> new Watched(flash)) : banks;
    }

    @Override
    public Display display(Display display) {
        return new Front(display) {
            @Override
            public void show(View view) {
                boolean wrong = exchangeFailed && supplyLost && view.id().equals("update.install");
                super.show(wrong ? view.withProgress(TOO_MUCH) : view);
            }
        };
    }

    private final class Watched implements FlashAround {
        private final Flash flash;
        private boolean busy;

        Watched(Flash flash) {
            this.flash = flash;
        }

        @Override
        public Flash flash() {
            return flash;
        }

        @Override
        public void erase(int sector, Consumer<FlashOutcome> ended) {
            busy = true;
            flash.erase(sector, outcome -> end(outcome, ended));
        }

        @Override
        public void program(int address, byte[] data, Consumer<FlashOutcome> ended) {
            busy = true;
            flash.program(address, data, outcome -> end(outcome, ended));
        }

        @Override
        public void halt() {
            supplyLost |= busy;
            busy = false;
            flash.halt();
        }

        private void end(FlashOutcome outcome, Consumer<FlashOutcome> ended) {
            busy = false;
            ended.accept(outcome);
        }
    }
}
