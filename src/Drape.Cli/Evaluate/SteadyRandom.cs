using System.Security.Cryptography;
using System.Text;

namespace Drape.Cli.Evaluate;

/// <summary>Chance that is the same in every run: it hangs on a picture's name alone.</summary>
static class SteadyRandom
{
    public static Random Of(string id) => new(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(id))));
}
