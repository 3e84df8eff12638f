module com.example.application {
    requires io.podium.core;
}
