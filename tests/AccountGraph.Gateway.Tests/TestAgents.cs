namespace AccountGraph.Gateway.Tests;

public static class TestAgents
{
    public const string ChromeOnWindows =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
        + "Chrome/70.0.3538.77 Safari/537.36";

    public const string ChromeOnAndroid =
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
        + "Chrome/114.0.0.0 Mobile Safari/537.36";
}
